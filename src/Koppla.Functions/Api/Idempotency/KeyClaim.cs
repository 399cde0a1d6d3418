namespace Koppla.Functions.Api.Idempotency;

/// <summary>What a person's <c>Idempotency-Key</c> stands for.</summary>
/// <param name="Id">Of what the first request with the key makes: that request may have died before it was made, or be at it now.</param>
/// <param name="IsNew">The key was free until now.</param>
/// <param name="IsOfAnother">The key was used with another request: <see cref="IdempotencyProblems.KeyOfAnother"/>.</param>
internal readonly record struct KeyClaim(string Id, bool IsNew, bool IsOfAnother);

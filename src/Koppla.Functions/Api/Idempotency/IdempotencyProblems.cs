using Microsoft.AspNetCore.Http;

namespace Koppla.Functions.Api.Idempotency;

/// <summary>What can be wrong with an <c>Idempotency-Key</c>.</summary>
internal static class IdempotencyProblems
{
    public static readonly Problem KeyNotValid = new(
        StatusCodes.Status400BadRequest,
        "idempotency-key-not-valid",
        "Idempotency-Key is 1 to 64 visible ASCII characters.",
        "Idempotency-Key");

    public static readonly Problem KeyOfAnother = new(
        StatusCodes.Status422UnprocessableEntity,
        "idempotency-key-reused",
        "Another request was made with this Idempotency-Key. Take a new one.",
        "Idempotency-Key");
}

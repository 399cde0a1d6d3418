namespace Koppla.Simulator.Control;

/// <summary>A person to sign in.</summary>
internal sealed record TokenBody(Guid Tenant, Guid Person, string? Name, IReadOnlyList<string>? Roles, string? Audience);

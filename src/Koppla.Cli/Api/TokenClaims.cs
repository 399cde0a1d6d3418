namespace Koppla.Cli.Api;

/// <param name="Exp">Seconds since 1970.</param>
internal sealed record TokenClaims(long? Exp, IReadOnlyList<string>? Roles);

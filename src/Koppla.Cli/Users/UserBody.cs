namespace Koppla.Cli.Users;

/// <summary>A user.</summary>
/// <param name="Numbers">E.164.</param>
internal sealed record UserBody(
    string Id,
    string Name,
    string? Department = null,
    IReadOnlyList<string>? Numbers = null,
    string? Language = null,
    IReadOnlyList<string>? Devices = null,
    string? TimeZone = null);

namespace Koppla.Functions.Users;

/// <summary>Which version of a user's call handling is to come back.</summary>
/// <param name="Change">The id of a change in the audit log: the version that it made.</param>
internal sealed record RestoreRequest(string? Change = null);

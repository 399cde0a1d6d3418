namespace Koppla.Cli.Users;

/// <param name="Change">The id of a change of the audit.</param>
internal sealed record RestoreRequest(string Change);

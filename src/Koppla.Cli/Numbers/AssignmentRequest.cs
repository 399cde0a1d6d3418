namespace Koppla.Cli.Numbers;

/// <summary>Whose a number is to be.</summary>
internal sealed record AssignmentRequest(string User);

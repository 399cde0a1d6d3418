namespace Koppla.Cli.Numbers;

/// <summary>A number to reserve.</summary>
internal sealed record NumberRequest(string Number);

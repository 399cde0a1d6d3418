namespace Koppla.Cli.Numbers;

/// <summary>The forwarding of a reserved number.</summary>
internal sealed record ForwardingBody(string Destination, bool Enabled);

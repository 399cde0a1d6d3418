namespace Koppla.Functions.Numbers;

/// <summary>What an administrator asks for.</summary>
/// <param name="Destination">The number that calls are forwarded to, in any usual spelling.</param>
/// <param name="Enabled">False keeps the destination without using it.</param>
internal sealed record ForwardingRequest(string? Destination = null, bool Enabled = true);

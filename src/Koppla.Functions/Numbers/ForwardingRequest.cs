namespace Koppla.Functions.Numbers;

/// <summary>What an administrator asks for.</summary>
internal sealed record ForwardingRequest
{
    /// <summary>The number that calls are forwarded to, in any usual spelling.</summary>
    public string? Destination { get; init; }

    /// <summary>False keeps the destination without using it.</summary>
    public bool Enabled { get; init; } = true;
}

namespace Koppla.Simulator.Faults;

/// <summary>A prompt or hold music that cannot be played.</summary>
public sealed record MediaFault : Fault
{
    /// <summary>8535 wrong format, 8536 not downloaded, 8565 speech service.</summary>
    public int SubCode { get; init; } = 8536;
}

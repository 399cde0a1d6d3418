namespace Koppla.Simulator.Faults;

/// <summary>Something that goes wrong a number of times.</summary>
public abstract record Fault
{
    /// <summary>How often it strikes; <see cref="int.MaxValue"/> is always.</summary>
    public int Times { get; init; } = 1;

    /// <summary>Strikes only this operation ("AddParticipant") or event ("CallConnected", "IncomingCall"); null strikes any.</summary>
    public string? Only { get; init; }

    /// <summary>Strikes only in this call, by its correlation id; null strikes in any.</summary>
    public string? Call { get; init; }
}

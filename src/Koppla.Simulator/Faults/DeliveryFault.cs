namespace Koppla.Simulator.Faults;

/// <summary>What happens to the delivery of an event.</summary>
public sealed record DeliveryFault : Fault
{
    /// <summary>It is never sent.</summary>
    public bool Drop { get; init; }

    /// <summary>So many copies follow it.</summary>
    public int Duplicates { get; init; }

    /// <summary>Time between copies; zero sends them all at once.</summary>
    public TimeSpan Spacing { get; init; }

    /// <summary>It comes this much later, and so does what follows it.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>It comes this much later while what follows overtakes it.</summary>
    public TimeSpan HoldBack { get; init; }
}

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

    /// <summary>
    /// With a seed each event of a call is held back for a time of its own, at most <see cref="HoldBack"/>: so they come in another
    /// order, which is another one for each seed.
    /// </summary>
    public int? Shuffle { get; init; }

    /// <param name="number">How many events of the call came before it.</param>
    internal TimeSpan HoldBackOf(int number) =>
        Shuffle is { } seed ? HoldBack * Draws(seed).ElementAt(number) : HoldBack;

    private static IEnumerable<double> Draws(int seed)
    {
        var random = new Random(seed);
        while (true)
        {
            yield return random.NextDouble();
        }
    }
}

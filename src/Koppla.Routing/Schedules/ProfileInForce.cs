using System.Collections.Immutable;
using Koppla.Routing.Directory;
using NodaTime;

namespace Koppla.Routing.Schedules;

/// <summary>Which profile is in force: a function of the instant, so that no timer has to run.</summary>
/// <remarks>
/// An activation, period or rule whose profile is not among the user's is passed over as if it were absent.
/// An activation until the next change is forced if the schedule does not change within <see cref="Horizon"/> of its beginning.
/// </remarks>
public static class ProfileInForce
{
    /// <summary>How far ahead changes are looked for: two years, one of them a leap year.</summary>
    public static readonly Duration Horizon = Duration.FromDays(731);

    /// <summary>The profile in force at an instant. The first of these that applies wins: forced, activated, one-off, holiday, weekly, default.</summary>
    public static InForce At(CallHandling handling, Instant at) =>
        at >= handling.Activation?.Since && ActivationWindow.Of(handling) is { } window && window.Contains(at)
            ? window.InForce
            : ScheduleInForce.At(handling, at);

    /// <summary>The first instant after this one at which another profile, or the same by another source, comes in force; null: none within <see cref="Horizon"/>.</summary>
    public static Instant? NextChange(CallHandling handling, Instant after) =>
        FirstChange(handling, ActivationWindow.Of(handling), after, after + Horizon);

    /// <summary>What is in force from one instant (inclusive) to another (exclusive): in order, without gaps, each different from the one before.</summary>
    public static ImmutableArray<InForceInterval> Changes(CallHandling handling, Instant from, Instant to)
    {
        var window = ActivationWindow.Of(handling);
        var changes = ImmutableArray.CreateBuilder<InForceInterval>();
        for (var start = from; start < to;)
        {
            var end = FirstChange(handling, window, start, to) ?? to;
            changes.Add(new(start, end, At(handling, window, start)));
            start = end;
        }

        return changes.ToImmutable();
    }

    private static InForce At(CallHandling handling, ActivationWindow? window, Instant at) =>
        window is { } activated && activated.Contains(at) ? activated.InForce : ScheduleInForce.At(handling, at);

    /// <summary>The first change strictly between these instants. An activation's beginning and end are always changes: nothing else has its source.</summary>
    private static Instant? FirstChange(CallHandling handling, ActivationWindow? window, Instant after, Instant before)
    {
        if (window is not { } activated || after >= activated.End)
        {
            return ScheduleInForce.FirstChange(handling, after, before);
        }

        if (after >= activated.Since)
        {
            return activated.End < before ? activated.End : null;
        }

        return ScheduleInForce.FirstChange(handling, after, Instant.Min(before, activated.Since))
            ?? (activated.Since < before ? activated.Since : null);
    }
}

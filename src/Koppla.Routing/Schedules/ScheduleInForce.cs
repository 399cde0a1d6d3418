using Koppla.Routing.Directory;
using NodaTime;

namespace Koppla.Routing.Schedules;

/// <summary>What the schedule alone puts in force, as if nothing were activated by hand.</summary>
internal static class ScheduleInForce
{
    internal static InForce At(CallHandling handling, Instant at)
    {
        var schedule = handling.Schedule;
        var moment = new LocalMoment(at.WithOffset(schedule.Zone.GetUtcOffset(at)).LocalDateTime);
        if (Winner.Of(schedule.OneOff.AsSpan(), moment, handling) is >= 0 and var oneOff)
        {
            return new(schedule.OneOff[oneOff].Profile, InForceSource.OneOff);
        }

        if (schedule.Holidays is { } rule && rule.Calendar.NameOf(moment.Date) is not null && handling.Find(rule.Profile) is not null)
        {
            return new(rule.Profile, InForceSource.Holiday);
        }

        return Winner.Of(schedule.Weekly.AsSpan(), moment, handling) is >= 0 and var weekly
            ? new(schedule.Weekly[weekly].Profile, InForceSource.Weekly)
            : new(handling.DefaultProfile, InForceSource.Default);
    }

    /// <summary>The first change strictly between these instants; null: there is none.</summary>
    internal static Instant? FirstChange(CallHandling handling, Instant after, Instant before)
    {
        var value = At(handling, after);
        for (var next = Boundaries.Next(handling.Schedule, after); next < before; next = Boundaries.Next(handling.Schedule, next.Value))
        {
            if (At(handling, next.Value) != value)
            {
                return next;
            }
        }

        return null;
    }
}

using NodaTime;

namespace Koppla.Routing.Schedules;

/// <summary>The instants at which a schedule can change. Between two of them it does not; at one of them it need not.</summary>
/// <remarks>
/// Until the zone next changes its offset, local time runs as instants do. So a local boundary is an instant by that offset alone,
/// or it comes after the zone's change, which is a boundary itself. No local time is skipped or repeated on the way.
/// </remarks>
internal static class Boundaries
{
    /// <summary>Null: nothing can change any more.</summary>
    internal static Instant? Next(Schedule schedule, Instant after)
    {
        var interval = schedule.Zone.GetZoneInterval(after);
        var next = NextLocal(schedule, after.WithOffset(interval.WallOffset).LocalDateTime)?.WithOffset(interval.WallOffset).ToInstant();
        return interval.HasEnd && !(next < interval.End) ? interval.End : next;
    }

    private static LocalDateTime? NextLocal(Schedule schedule, LocalDateTime after)
    {
        LocalDateTime? next = schedule.Weekly.IsEmpty && schedule.Holidays is null ? null : NextOfDays(schedule, after);
        foreach (var period in schedule.OneOff.AsSpan())
        {
            next = Earlier(next, period.From, after);
            next = Earlier(next, period.To, after);
        }

        return next;
    }

    /// <summary>On whatever days they lie: the periods themselves say whether anything changes.</summary>
    private static LocalDateTime NextOfDays(Schedule schedule, LocalDateTime after)
    {
        LocalTime? next = null;
        foreach (var period in schedule.Weekly.AsSpan())
        {
            next = Earlier(next, period.From, after.TimeOfDay);
            next = Earlier(next, period.To, after.TimeOfDay);
        }

        return next is { } today ? after.Date + today : after.Date.PlusDays(1).AtMidnight();
    }

    private static T? Earlier<T>(T? best, T candidate, T after)
        where T : struct, IComparable<T> =>
        candidate.CompareTo(after) > 0 && (best is not { } other || candidate.CompareTo(other) < 0) ? candidate : best;
}

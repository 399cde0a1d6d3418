using Koppla.Routing.Profiles;
using NodaTime;

namespace Koppla.Routing.Schedules;

/// <summary>A part of the day, on some days of every week: from (inclusive) to (exclusive).</summary>
/// <param name="Profile">In force then.</param>
/// <param name="Days">On which days it begins; at least one.</param>
/// <param name="From">When it begins.</param>
/// <param name="To">When it ends; not after <paramref name="From"/>: on the next day, so that equal times are a whole day.</param>
/// <param name="Priority">0 to 100; higher wins.</param>
public sealed record WeeklyPeriod(ProfileId Profile, WeekDays Days, LocalTime From, LocalTime To, int Priority = 0)
{
    private bool IsOverMidnight => To <= From;

    /// <summary>Whether it lies in the part that began the same day.</summary>
    internal bool CoversSinceToday(in LocalMoment moment) =>
        (Days & moment.Today) != WeekDays.None && moment.Time >= From && (IsOverMidnight || moment.Time < To);

    /// <summary>Whether it lies in the part after midnight, which belongs to the day before.</summary>
    internal bool CoversSinceYesterday(in LocalMoment moment) =>
        moment.Time < To && IsOverMidnight && (Days & moment.Yesterday) != WeekDays.None;

    internal bool Covers(in LocalMoment moment) => CoversSinceToday(moment) || CoversSinceYesterday(moment);
}

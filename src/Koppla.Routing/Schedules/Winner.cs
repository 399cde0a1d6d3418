using Koppla.Routing.Directory;
using Koppla.Routing.Profiles;

namespace Koppla.Routing.Schedules;

/// <summary>Which period of one kind wins a moment. Of those that cover it: the highest priority, then the later beginning, then the one listed first.</summary>
/// <remarks>
/// With <c>handling</c>, a period whose profile is not there does not count: a call is not lost on it. Without, all count.
/// The answer is the place in the list; -1: none covers the moment. On the way of every call: nothing is allocated.
/// </remarks>
internal static class Winner
{
    internal static int Of(ReadOnlySpan<OneOffPeriod> periods, in LocalMoment moment, CallHandling? handling)
    {
        var winner = -1;
        for (var i = 0; i < periods.Length; i++)
        {
            var period = periods[i];
            if (period.Covers(moment)
                && (winner < 0 || Beats(period, periods[winner]))
                && Counts(period.Profile, handling))
            {
                winner = i;
            }
        }

        return winner;
    }

    internal static int Of(ReadOnlySpan<WeeklyPeriod> periods, in LocalMoment moment, CallHandling? handling)
    {
        var winner = -1;
        var winnerSinceToday = false;
        for (var i = 0; i < periods.Length; i++)
        {
            var period = periods[i];
            var sinceToday = period.CoversSinceToday(moment);
            if ((sinceToday || period.CoversSinceYesterday(moment))
                && (winner < 0 || Beats(period, sinceToday, periods[winner], winnerSinceToday))
                && Counts(period.Profile, handling))
            {
                (winner, winnerSinceToday) = (i, sinceToday);
            }
        }

        return winner;
    }

    private static bool Beats(OneOffPeriod period, OneOffPeriod best) =>
        period.Priority != best.Priority ? period.Priority > best.Priority : period.From > best.From;

    private static bool Beats(WeeklyPeriod period, bool sinceToday, WeeklyPeriod best, bool bestSinceToday) =>
        period.Priority != best.Priority ? period.Priority > best.Priority
        : sinceToday != bestSinceToday ? sinceToday
        : period.From > best.From;

    private static bool Counts(ProfileId profile, CallHandling? handling) => handling is null || handling.Find(profile) is not null;
}

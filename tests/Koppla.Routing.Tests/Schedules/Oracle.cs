using Koppla.Routing.Directory;
using Koppla.Routing.Profiles;
using Koppla.Routing.Schedules;
using NodaTime;

namespace Koppla.Routing.Tests.Schedules;

/// <summary>The rules once more, written as plainly as can be: the occurrences around an instant are listed and sorted, and time goes by in minutes.</summary>
internal static class Oracle
{
    internal static readonly Duration Minute = Duration.FromMinutes(1);

    /// <summary>For activations that have an end of their own or none at all.</summary>
    internal static InForce At(CallHandling handling, Instant at)
    {
        if (handling.Activation is { UntilNextChange: false } activation
            && Exists(handling, activation.Profile)
            && activation.Since <= at
            && at < (activation.Until ?? Instant.MaxValue))
        {
            return new(activation.Profile, activation.Until is null ? InForceSource.Forced : InForceSource.Activated);
        }

        return OfSchedule(handling, at);
    }

    internal static InForce OfSchedule(CallHandling handling, Instant at)
    {
        var local = at.InZone(handling.Schedule.Zone).LocalDateTime;
        if (First(handling, OneOff(handling.Schedule), local) is { } oneOff)
        {
            return new(oneOff, InForceSource.OneOff);
        }

        if (handling.Schedule.Holidays is { } rule && Exists(handling, rule.Profile) && rule.Calendar.NameOf(local.Date) is not null)
        {
            return new(rule.Profile, InForceSource.Holiday);
        }

        return First(handling, Weekly(handling.Schedule, local.Date), local) is { } weekly
            ? new(weekly, InForceSource.Weekly)
            : new(handling.DefaultProfile, InForceSource.Default);
    }

    /// <summary>Both instants on whole minutes.</summary>
    internal static List<InForceInterval> Changes(CallHandling handling, Instant from, Instant to)
    {
        var intervals = new List<InForceInterval>();
        for (var minute = from; minute < to; minute += Minute)
        {
            var value = At(handling, minute);
            if (intervals.Count > 0 && intervals[^1].InForce == value)
            {
                intervals[^1] = intervals[^1] with { End = minute + Minute };
            }
            else
            {
                intervals.Add(new(minute, minute + Minute, value));
            }
        }

        return intervals;
    }

    private static ProfileId? First(CallHandling handling, IEnumerable<Occurrence> occurrences, LocalDateTime local) => occurrences
        .Where(occurrence => occurrence.Start <= local && local < occurrence.End && Exists(handling, occurrence.Profile))
        .OrderByDescending(occurrence => occurrence.Priority)
        .ThenByDescending(occurrence => occurrence.Start)
        .ThenBy(occurrence => occurrence.Place)
        .Select(occurrence => (ProfileId?)occurrence.Profile)
        .FirstOrDefault();

    private static IEnumerable<Occurrence> OneOff(Schedule schedule) =>
        schedule.OneOff.Select((period, place) => new Occurrence(period.Profile, period.From, period.To, period.Priority, place));

    private static IEnumerable<Occurrence> Weekly(Schedule schedule, LocalDate around)
    {
        for (var date = around.PlusDays(-2); date <= around; date = date.PlusDays(1))
        {
            for (var place = 0; place < schedule.Weekly.Length; place++)
            {
                var period = schedule.Weekly[place];
                if (period.Days.HasFlag(DayOf(date)))
                {
                    var minutes = MinuteOf(period.To) - MinuteOf(period.From);
                    var start = date + period.From;
                    yield return new(period.Profile, start, start.PlusMinutes(minutes > 0 ? minutes : minutes + 1440), period.Priority, place);
                }
            }
        }
    }

    private static int MinuteOf(LocalTime time) => (time.Hour * 60) + time.Minute;

    private static WeekDays DayOf(LocalDate date) => date.DayOfWeek switch
    {
        IsoDayOfWeek.Monday => WeekDays.Monday,
        IsoDayOfWeek.Tuesday => WeekDays.Tuesday,
        IsoDayOfWeek.Wednesday => WeekDays.Wednesday,
        IsoDayOfWeek.Thursday => WeekDays.Thursday,
        IsoDayOfWeek.Friday => WeekDays.Friday,
        IsoDayOfWeek.Saturday => WeekDays.Saturday,
        _ => WeekDays.Sunday,
    };

    private static bool Exists(CallHandling handling, ProfileId id) => handling.Profiles.Any(profile => profile.Id == id);

    private sealed record Occurrence(ProfileId Profile, LocalDateTime Start, LocalDateTime End, int Priority, int Place);
}

using System.Collections.Immutable;
using Koppla.Routing.Directory;
using Koppla.Routing.Profiles;
using Koppla.Routing.Schedules;
using NodaTime;
using NodaTime.Text;

namespace Koppla.Routing.Tests.Schedules;

/// <summary>A user with profiles and, at first, nothing that puts one of them in force.</summary>
internal static class Anna
{
    internal const WeekDays Workdays = WeekDays.Monday | WeekDays.Tuesday | WeekDays.Wednesday | WeekDays.Thursday | WeekDays.Friday;
    internal const WeekDays EveryDay = Workdays | WeekDays.Saturday | WeekDays.Sunday;

    internal static readonly ProfileId Available = ProfileId.Available;
    internal static readonly ProfileId Lunch = Id("lunch");
    internal static readonly ProfileId Meeting = Id("mote");
    internal static readonly ProfileId Gone = Id("gatt-for-dagen");
    internal static readonly ProfileId Leave = Id("semester");

    /// <summary>None of hers.</summary>
    internal static readonly ProfileId Deleted = Id("borttagen");

    internal static readonly CallHandling Handling = new([.. new[] { Available, Lunch, Meeting, Gone, Leave }.Select(ProfileOf)], Available, null, Schedule.Empty, [], []);

    internal static DateTimeZone Stockholm => Schedule.Empty.Zone;

    internal static DateTimeZone Zone(string id) => DateTimeZoneProviders.Tzdb[id];

    internal static CallHandling With(params ImmutableArray<WeeklyPeriod> weekly) => Handling with { Schedule = Schedule.Empty with { Weekly = weekly } };

    internal static CallHandling With(params ImmutableArray<OneOffPeriod> oneOff) => Handling with { Schedule = Schedule.Empty with { OneOff = oneOff } };

    internal static CallHandling With(HolidayRule holidays) => Handling with { Schedule = Schedule.Empty with { Holidays = holidays } };

    internal static CallHandling In(this CallHandling handling, string zone) =>
        handling with { Schedule = handling.Schedule with { Zone = Zone(zone) } };

    internal static WeeklyPeriod Weekly(ProfileId profile, WeekDays days, string from, string to, int priority = 0) =>
        new(profile, days, Time(from), Time(to), priority);

    internal static OneOffPeriod OneOff(ProfileId profile, string from, string to, int priority = 0) =>
        new(profile, Local(from), Local(to), priority);

    internal static LocalTime Time(string text) => LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(text).Value;

    internal static LocalDate Date(string text) => LocalDatePattern.Iso.Parse(text).Value;

    internal static LocalDateTime Local(string text) => LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm").Parse(text).Value;

    /// <summary>Such as <c>2026-03-29 01:00Z</c>, or without the Z a local time in Stockholm that occurs just once.</summary>
    internal static Instant At(string text) => text.EndsWith('Z')
        ? Local(text[..^1]).InUtc().ToInstant()
        : Local(text).InZoneStrictly(Stockholm).ToInstant();

    private static ProfileId Id(string id) => ProfileId.Parse(id).Value;

    private static Profile ProfileOf(ProfileId id) => Profile.Available(NumberRule.Ring, NumberRule.Ring) with { Id = id, Name = id.Value };
}

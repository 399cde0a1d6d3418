using CsCheck;
using Koppla.Routing.Directory;
using Koppla.Routing.Profiles;
using Koppla.Routing.Schedules;
using NodaTime;

namespace Koppla.Routing.Tests.Schedules;

/// <summary>Schedules that are crowded around one instant, which is often a change of the zone's clock.</summary>
internal static class RandomSchedules
{
    private const int MinutesOfDay = 1440;

    private static readonly string[] Zones =
        ["Europe/Stockholm", "Australia/Lord_Howe", "Pacific/Apia", "America/New_York", "Asia/Kathmandu", "Asia/Amman", "UTC"];

    /// <summary>Four years each: one with the day that Samoa skipped, and one with Easter on the day of the clock change.</summary>
    private static readonly Interval[] Eras =
    [
        new(Instant.FromUtc(2010, 1, 1, 0, 0), Instant.FromUtc(2014, 1, 1, 0, 0)),
        new(Instant.FromUtc(2025, 1, 1, 0, 0), Instant.FromUtc(2029, 1, 1, 0, 0)),
    ];

    private static readonly Gen<ProfileId> ProfileIds = Gen.Frequency(
        (9, Gen.OneOf(Anna.Lunch, Anna.Meeting, Anna.Gone, Anna.Leave)),
        (1, Gen.OneOf(Anna.Available, Anna.Deleted)));

    /// <summary>Mostly round, and often in the small hours, where clocks change.</summary>
    private static readonly Gen<LocalTime> Times = Gen
        .Frequency(
            (2, Gen.Int[0, MinutesOfDay - 1]),
            (3, Gen.Int[0, 47].Select(halfHours => halfHours * 30)),
            (3, Gen.Int[0, 16].Select(quarters => quarters * 15)))
        .Select(minutes => LocalTime.Midnight.PlusMinutes(minutes));

    internal static readonly Gen<WeeklyPeriod> Weekly =
        from profile in ProfileIds
        from days in Gen.Frequency((1, Gen.Const(127)), (2, Gen.Int[1, 127]))
        from times in Gen.Select(Times, Times)
        from priority in Gen.Int[0, 2]
        select new WeeklyPeriod(profile, (WeekDays)days, times.Item1, times.Item2, priority);

    private static readonly Gen<(DateTimeZone Zone, Instant Around)> Places =
        from zone in Gen.OneOf(Zones).Select(Anna.Zone)
        from era in Gen.OneOf(Eras)
        from minute in Gen.Int[0, (int)era.Duration.TotalMinutes]
        from atChange in Gen.Bool
        from place in Gen.Int[0, 99]
        let changes = zone.GetZoneIntervals(era).Where(interval => interval.HasStart && era.Contains(interval.Start)).ToList()
        select (zone, atChange && changes.Count > 0 ? changes[place % changes.Count].Start : era.Start + Duration.FromMinutes(minute));

    internal static Gen<(CallHandling Handling, Instant Around)> Handlings { get; } =
        from place in Places
        let today = place.Around.InZone(place.Zone).LocalDateTime
        from weekly in Weekly.Array[0, 6]
        from oneOff in OneOff(today).Array[0, 5]
        from holidays in Gen.Frequency((1, Gen.Const((HolidayRule?)null)), (2, Holidays(today.Date)))
        from activation in Gen.Frequency((3, Gen.Const((Activation?)null)), (1, Activation(place.Around)))
        select (Anna.Handling with { Activation = activation, Schedule = new(place.Zone, [.. weekly], [.. oneOff], holidays) }, place.Around);

    internal static string Print((CallHandling Handling, Instant Around) random)
    {
        var (zone, weekly, oneOff, holidays) = random.Handling.Schedule;
        return $"{random.Around} {zone} {random.Handling.Activation} {holidays} {string.Join(", ", weekly)} {string.Join(", ", oneOff)}";
    }

    private static Gen<OneOffPeriod> OneOff(LocalDateTime around) =>
        from profile in ProfileIds
        from start in Gen.Frequency((1, Gen.Int[-4000, 4000]), (2, Gen.Int[-12, 12].Select(quarters => quarters * 15)))
        from length in Gen.Frequency((1, Gen.Int[1, 4000]), (2, Gen.Int[1, 16].Select(quarters => quarters * 15)))
        from priority in Gen.Int[0, 2]
        let @from = around.PlusMinutes(start)
        select new OneOffPeriod(profile, @from, @from.PlusMinutes(length), priority);

    private static Gen<HolidayRule?> Holidays(LocalDate around) =>
        from profile in ProfileIds
        from day in Gen.Int[-2, 2]
        from added in Gen.Bool
        select (HolidayRule?)new HolidayRule(profile, added ? new(true, [new(around.PlusDays(day), "Klämdag")], []) : HolidayCalendar.Swedish);

    private static Gen<Activation?> Activation(Instant around) =>
        from profile in ProfileIds
        from since in Gen.Int[-3000, 3000]
        from length in Gen.Int[-10, 3000]
        from forced in Gen.Int[0, 3]
        let begins = around + Duration.FromMinutes(since)
        select (Activation?)new Activation(profile, begins, forced == 0 ? null : begins + Duration.FromMinutes(length));
}

using Koppla.Functions.Users.Documents;
using Koppla.Routing.Schedules;
using NodaTime;
using NodaTime.Text;

namespace Koppla.Functions.Users;

/// <summary>Between a schedule, or an activation, and its part of the user's document.</summary>
internal static class ScheduleMapping
{
    private static readonly InstantPattern Instants = InstantPattern.ExtendedIso;
    private static readonly LocalTimePattern Times = LocalTimePattern.ExtendedIso;
    private static readonly LocalDateTimePattern DateTimes = LocalDateTimePattern.ExtendedIso;

    public static ActivationDocument? ToDocument(Activation? activation) => activation is null ? null : new()
    {
        Profile = activation.Profile.Value,
        Since = Instants.Format(activation.Since),
        Until = activation.Until is { } until ? Instants.Format(until) : null,
        UntilNextChange = activation.UntilNextChange,
    };

    public static Activation? FromDocument(ActivationDocument? document) => document is null ? null : new(
        StoredUser.Profile(document.Profile),
        StoredUser.Parsed(Instants, document.Since),
        document.Until is { } until ? StoredUser.Parsed(Instants, until) : null,
        document.UntilNextChange);

    public static ScheduleDocument ToDocument(Schedule schedule) => new()
    {
        Zone = schedule.Zone.Id,
        Weekly = schedule.Weekly.IsEmpty ? null : [.. schedule.Weekly.Select(ToDocument)],
        OneOff = schedule.OneOff.IsEmpty ? null : [.. schedule.OneOff.Select(ToDocument)],
        Holidays = schedule.Holidays is { } rule ? ToDocument(rule) : null,
    };

    public static Schedule FromDocument(ScheduleDocument document) => new(
        DateTimeZoneProviders.Tzdb.GetZoneOrNull(document.Zone) ?? throw StoredUser.Corrupt("zone"),
        [.. (document.Weekly ?? []).Select(FromDocument)],
        [.. (document.OneOff ?? []).Select(FromDocument)],
        document.Holidays is { } rule ? FromDocument(rule) : null);

    private static ScheduleDocument.WeeklyDocument ToDocument(WeeklyPeriod period) => new()
    {
        Profile = period.Profile.Value,
        Days = (int)period.Days,
        From = Times.Format(period.From),
        To = Times.Format(period.To),
        Priority = period.Priority,
    };

    private static WeeklyPeriod FromDocument(ScheduleDocument.WeeklyDocument document) => new(
        StoredUser.Profile(document.Profile),
        (WeekDays)document.Days,
        StoredUser.Parsed(Times, document.From),
        StoredUser.Parsed(Times, document.To),
        document.Priority);

    private static ScheduleDocument.OneOffDocument ToDocument(OneOffPeriod period) => new()
    {
        Profile = period.Profile.Value,
        From = DateTimes.Format(period.From),
        To = DateTimes.Format(period.To),
        Priority = period.Priority,
        Note = period.Note,
    };

    private static OneOffPeriod FromDocument(ScheduleDocument.OneOffDocument document) => new(
        StoredUser.Profile(document.Profile),
        StoredUser.Parsed(DateTimes, document.From),
        StoredUser.Parsed(DateTimes, document.To),
        document.Priority,
        document.Note);

    private static ScheduleDocument.HolidayRuleDocument ToDocument(HolidayRule rule) => new()
    {
        Profile = rule.Profile.Value,
        Calendar = rule.FollowsOrganisation ? null : HolidayCalendarMapping.ToDocument(rule.Calendar),
    };

    private static HolidayRule FromDocument(ScheduleDocument.HolidayRuleDocument document) =>
        (StoredUser.Profile(document.Profile), document.Calendar) switch
        {
            (var profile, { } calendar) => new HolidayRule(profile, HolidayCalendarMapping.FromDocument(calendar)),
            var (profile, _) => HolidayRule.OfOrganisation(profile),
        };
}

using Koppla.Routing.Decisions;
using Koppla.Routing.Directory;
using Koppla.Routing.Profiles;
using Koppla.Routing.Schedules;
using NodaTime;
using static Koppla.Routing.Tests.Decisions.Exchange;

namespace Koppla.Routing.Tests.Decisions;

/// <summary>Which profile decides, and what the trace says of it. Noon is a Tuesday, 3 November 2026.</summary>
public sealed class ProfileTests
{
    private const string Fixed = "08-678 55 00";

    private static readonly ProfileId Lunch = Id("lunch");
    private static readonly LocalDate Today = new(2026, 11, 3);
    private static readonly WeeklyPeriod Mornings = new(Id("mote"), WeekDays.Tuesday, new(8, 0), new(13, 0));
    private static readonly WeeklyPeriod Evenings = Mornings with { From = new(17, 0), To = new(20, 0) };
    private static readonly OneOffPeriod Now = new(Id("utbildning"), Today.At(new(11, 0)), Today.At(new(13, 0)));
    private static readonly OneOffPeriod Later = Now with { From = Today.At(new(14, 0)), To = Today.At(new(15, 0)) };
    private static readonly HolidayRule Holidays = new(Id("semester"), HolidayCalendar.Swedish);
    private static readonly HolidayRule HolidayNow = Holidays with { Calendar = new(true, [new(Today, "Planeringsdag")], []) };

    private readonly Exchange exchange = new();

    [Fact]
    public void With_nothing_else_the_default_profile_decides() =>
        Assert.Equal([(TraceCode.ProfileDefault, "Tillgänglig")], Told(null, Schedule.Empty));

    [Fact]
    public void A_forced_profile_goes_before_everything() =>
        Assert.Equal([(TraceCode.ProfileForced, "Lunch")], Told(new(Lunch, Noon), Full(Now, HolidayNow, Mornings)));

    [Fact]
    public void An_activation_for_a_time_goes_before_the_schedule() =>
        Assert.Equal([(TraceCode.ProfileActivated, "Lunch")], Told(new(Lunch, Noon, Noon + Duration.FromHours(1)), Full(Now, HolidayNow, Mornings)));

    [Fact]
    public void A_one_off_period_goes_before_a_holiday() =>
        Assert.Equal([(TraceCode.ProfileOneOff, "Utbildning")], Told(null, Full(Now, HolidayNow, Mornings)));

    [Fact]
    public void A_holiday_goes_before_a_weekly_period() =>
        Assert.Equal([(TraceCode.NoOneOffNow, null), (TraceCode.ProfileHoliday, "Semester")], Told(null, Full(Later, HolidayNow, Mornings)));

    [Fact]
    public void A_weekly_period_goes_before_the_default_profile() =>
        Assert.Equal(
            [(TraceCode.NoOneOffNow, null), (TraceCode.NoHolidayNow, null), (TraceCode.ProfileWeekly, "Möte")],
            Told(null, Full(Later, Holidays, Mornings)));

    [Fact]
    public void What_does_not_apply_is_told_before_the_default() =>
        Assert.Equal(
            [
                (TraceCode.ActivationEnded, null), (TraceCode.NoOneOffNow, null), (TraceCode.NoHolidayNow, null), (TraceCode.NoWeeklyNow, null),
                (TraceCode.ProfileDefault, "Tillgänglig"),
            ],
            Told(new(Lunch, Noon - Duration.FromHours(1), Noon), Full(Later, Holidays, Evenings)));

    [Fact]
    public void An_activation_that_has_not_begun_has_not_ended_either() =>
        Assert.Equal([(TraceCode.ProfileDefault, "Tillgänglig")], Told(new(Lunch, Noon + Duration.FromHours(1)), Schedule.Empty));

    [Fact]
    public void A_profile_that_is_gone_gives_way_to_the_default() =>
        Assert.Equal("Tillgänglig", Told(new(Id("borta"), Noon), Schedule.Empty)[^1].Detail);

    [Fact]
    public void Without_even_a_default_the_first_profile_decides()
    {
        var user = exchange.Ruled(exchange.Organisation(), Fixed, NumberRule.Ring);
        exchange.Change(user, handling => handling with { DefaultProfile = Id("borta") });

        Assert.Equal(Rings(App, user, Fixed), exchange.Decide(Fixed).Decision);
    }

    [Fact]
    public void The_profile_in_force_decides_and_not_another()
    {
        Assert.Equal("Lunch", DecideWith(new(Lunch, Noon), Schedule.Empty).Decision is Refer refer ? refer.Profile.Name : null);
        Assert.IsType<Ring>(DecideWith(null, Schedule.Empty).Decision);
    }

    private static ProfileId Id(string id) => ProfileId.Parse(id).Value;

    private static Schedule Full(OneOffPeriod oneOff, HolidayRule holidays, WeeklyPeriod weekly) =>
        Schedule.Empty with { Weekly = [weekly], OneOff = [oneOff], Holidays = holidays };

    private (TraceCode Code, string? Detail)[] Told(Activation? activation, Schedule schedule) =>
    [
        .. DecideWith(activation, schedule).Trace
            .Where(step => step.Code is >= TraceCode.ActivationEnded and <= TraceCode.ProfileDefault)
            .Select(step => (step.Code, step.Detail)),
    ];

    private Decided DecideWith(Activation? activation, Schedule schedule)
    {
        var organisation = exchange.Organisation();
        var handling = new CallHandling(DefaultProfiles.All, ProfileId.Available, activation, schedule, [], [App]);
        exchange.Assigned(organisation, Fixed, exchange.User(organisation, handling, Fixed));
        return exchange.Decide(Fixed);
    }
}

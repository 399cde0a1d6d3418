using System.Collections.Immutable;
using CsCheck;
using Koppla.Routing.Decisions;
using Koppla.Routing.Destinations;
using Koppla.Routing.Directory;
using Koppla.Routing.Numbers;
using Koppla.Routing.Profiles;
using Koppla.Routing.Referrals;
using Koppla.Routing.Schedules;
using NodaTime;
using NodaTime.Text;

namespace Koppla.Routing.Tests.Referrals;

/// <summary>The text of a whole referral, with the return as the schedule has it. 24 November 2026 is a Tuesday.</summary>
public sealed class ReferralTextTests
{
    private static readonly PhoneNumber Line = PhoneNumber.Parse("08-678 55 00").Value;
    private static readonly PhoneNumber Mobile = PhoneNumber.Parse("070-174 06 05").Value;
    private static readonly OrganisationId Organisation = new(new Guid(1, 0, 0, new byte[8]));
    private static readonly DateTimeZone Stockholm = DateTimeZoneProviders.Tzdb["Europe/Stockholm"];
    private static readonly LocalDateTimePattern Local = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm");
    private static readonly Instant Noon = At("2026-11-24T12:00");

    [Fact]
    public void Who_why_and_back_when_is_told_in_both_languages()
    {
        var user = Activated("lunch", Noon, until: "2026-11-24T13:00");

        Assert.Equal("Anna Berg har gått på lunch och är åter klockan 13.", Told(user, Noon));
        Assert.Equal("Anna Berg is at lunch and will be back at 1 pm.", Told(user, Noon, Language.English));
    }

    [Theory]
    [InlineData("lunch")]
    [InlineData("sjuk")]
    [InlineData("semester")]
    public void Without_an_end_no_return_is_told(string profile)
    {
        var user = Activated(profile, Noon, until: null);

        Assert.DoesNotContain("åter", Told(user, Noon), StringComparison.Ordinal);
        Assert.DoesNotContain("back", Told(user, Noon, Language.English), StringComparison.Ordinal);
    }

    [Fact]
    public void What_comes_in_force_without_ringing_is_no_return()
    {
        // _____12 lunch___13 Gått för dagen, weekly___08 (Wednesday) Tillgänglig_____
        var schedule = Schedule.Empty with { Weekly = [Weekly("gatt-for-dagen", WeekDays.Tuesday, "13:00", "08:00")] };
        var user = Activated("lunch", Noon, until: "2026-11-24T13:00", schedule);

        Assert.Equal("Anna Berg har gått på lunch och är åter i morgon klockan 8.", Told(user, Noon));
    }

    [Fact]
    public void A_return_counts_for_the_kind_of_number_that_was_called()
    {
        // 12 Lunch___13 Växeln (only mobile rings)___14 Tillgänglig_____
        var desk = new Profile(Id("vaxeln"), "Växeln", null, Absence.None, null, ReferralMessage.FromData, new(RuleAction.Referral), NumberRule.Ring);
        var schedule = Schedule.Empty with { Weekly = [Weekly("vaxeln", WeekDays.Tuesday, "11:00", "14:00")] };
        var user = Activated("lunch", Noon, until: "2026-11-24T13:00", schedule, desk);

        Assert.EndsWith("åter klockan 14.", ReferralText.For(user, Find(user, "lunch"), Line, Noon, Language.Swedish), StringComparison.Ordinal);
        Assert.EndsWith("åter klockan 13.", ReferralText.For(user, Find(user, "lunch"), Mobile, Noon, Language.Swedish), StringComparison.Ordinal);
    }

    [Fact]
    public void A_profile_that_rings_first_and_then_refers_is_no_return() =>
        Assert.Equal(
            "Anna Berg sitter i möte och är åter på torsdag klockan 8.",
            Told(
                Activated("mote", Noon, "2026-11-24T13:00", Schedule.Empty with { OneOff = [OneOff("tjansteresa", "2026-11-24T12:30", "2026-11-26T08:00")] }),
                Noon));

    [Fact]
    public void Somebody_who_is_there_but_busy_is_not_told_to_be_back()
    {
        var user = With(null, Schedule.Empty with { Weekly = [Weekly("lunch", WeekDays.Tuesday, "14:00", "15:00")] });

        Assert.Equal("Anna Berg kan inte ta ditt samtal just nu.", ReferralText.For(user, Find(user, "tillganglig"), Line, Noon, Language.Swedish));
    }

    [Theory]
    [InlineData("2026-11-24T23:30", "2026-11-25T00:30", "i morgon klockan 0.30")] // ____23:30 call___00:00___00:30 back____
    [InlineData("2026-11-25T00:10", "2026-11-25T00:30", "klockan 0.30")]
    [InlineData("2026-12-31T23:59", "2027-01-01T08:00", "i morgon klockan 8")]
    [InlineData("2027-03-28T01:30", "2027-03-28T03:00", "klockan 3")] // ____1:59 ST///invalid///3:00 DST____
    [InlineData("2027-03-27T12:00", "2027-03-28T08:00", "i morgon klockan 8")]
    [InlineData("2026-10-25T01:30", "2026-10-25T08:00", "klockan 8")] // ____2:59 DST===2:00 ST again____
    [InlineData("2026-10-24T12:00", "2026-10-25T08:00", "i morgon klockan 8")]
    [InlineData("2026-11-24T12:00", "2026-12-01T12:00", "den 1 december klockan 12")]
    public void Days_and_times_are_those_of_the_users_zone(string at, string until, string told)
    {
        var call = At(at);

        Assert.Equal($"Anna Berg är upptagen och är åter {told}.", Told(Activated("upptagen", call, until), call));
    }

    [Fact]
    public void Tomorrow_is_another_day_in_another_zone()
    {
        var tokyo = Schedule.Empty with { Zone = DateTimeZoneProviders.Tzdb["Asia/Tokyo"] };

        // 17:00 in Stockholm is 1 in the morning in Tokyo.
        Assert.EndsWith("åter i morgon klockan 1.", Told(Activated("mote", Noon, "2026-11-24T17:00", tokyo), Noon), StringComparison.Ordinal);
    }

    [Fact]
    public void Seconds_are_told_as_the_next_minute()
    {
        var user = With(new(Id("lunch"), Noon, At("2026-11-24T13:00") + Duration.FromMilliseconds(1)), Schedule.Empty);

        Assert.EndsWith("åter klockan 13.01.", Told(user, Noon), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-11-24T13:00", Language.Swedish, "Hej! Anna Berg är åter klockan 13, välkommen då.")]
    [InlineData("2026-11-24T13:00", Language.English, "Hej! Anna Berg är åter at 1 pm, välkommen då.")]
    [InlineData(null, Language.Swedish, "Hej! Anna Berg är åter senare, välkommen då.")]
    [InlineData(null, Language.English, "Hej! Anna Berg är åter later, välkommen då.")]
    public void A_text_of_ones_own_is_filled_in(string? until, Language language, string told)
    {
        var user = Activated("lunch", Noon, until);
        var profile = Find(user, "lunch") with { Referral = new("Hej! {name} är åter {back}, välkommen då.") };

        Assert.Equal(told, ReferralText.For(user, profile, Line, Noon, language));
    }

    [Fact]
    public void A_name_is_not_filled_in_itself()
    {
        var user = Activated("lunch", Noon, until: null) with { Name = "{back} {name}" };
        var profile = Find(user, "lunch") with { Referral = new("{name}, {name}") };

        Assert.Equal("{back} {name}, {back} {name}", ReferralText.For(user, profile, Line, Noon, Language.Swedish));
    }

    [Theory]
    [InlineData("Jag är inte här.")]
    [InlineData("{name} är åter {back}. {name}!")]
    public void A_text_with_the_two_placeholders_is_accepted(string text) => Assert.Equal(text, ReferralText.Check(text).Value);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  \n")]
    [InlineData("{namn} är åter {back}.")]
    [InlineData("{Name} är åter.")]
    [InlineData("{ name } är åter.")]
    [InlineData("{name är åter.")]
    [InlineData("name} är åter.")]
    [InlineData("{ba{name}ck}")]
    [InlineData("{na{back}me}")]
    [InlineData("{{name}}")]
    public void Any_other_text_is_refused(string? text) => Assert.Equal("referral-text-not-valid", ReferralText.Check(text).Refusal.Name);

    [Fact]
    public void A_text_has_a_longest_length()
    {
        Assert.True(ReferralText.Check(new string('a', ReferralMessage.MaxTextLength)).IsOk);
        Assert.False(ReferralText.Check(new string('a', ReferralMessage.MaxTextLength + 1)).IsOk);
    }

    [Fact]
    public void At_the_return_that_is_told_the_engine_lets_the_user_ring()
    {
        var told = 0;
        Absences.Sample(
            absence =>
            {
                var profile = absence.User.Handling.FindOrDefault(ProfileInForce.At(absence.User.Handling, absence.At).Profile);
                if (Return.Of(absence.User.Handling, profile, absence.Line, absence.At) is not { } back)
                {
                    return true;
                }

                told++;
                return back > absence.At && back.ToUnixTimeSeconds() % 60 == 0 && Rings(absence.User, absence.Line, back);
            },
            iter: 2_000,
            threads: 1);

        Assert.True(told > 100, $"only {told} returns");
    }

    private static readonly Gen<ProfileId> AnyProfile = Gen.OneOf(DefaultProfiles.All.Select(profile => profile.Id).ToArray());

    private static readonly Gen<(User User, PhoneNumber Line, Instant At)> Absences =
        from weekly in Gen.Select(AnyProfile, Gen.Int[1, 127], Gen.Int[0, 95], Gen.Int[0, 95]).Array[0, 5]
        from oneOff in Gen.Select(AnyProfile, Gen.Int[0, 600], Gen.Int[1, 300]).Array[0, 3]
        from activation in Gen.Select(AnyProfile, Gen.Long[0, 7L * 86_400_000], Gen.Int[0, 3])
        from holidays in Gen.Select(AnyProfile, Gen.Bool)
        from fallback in Gen.Frequency((3, Gen.Const(ProfileId.Available)), (1, AnyProfile))
        from mobile in Gen.Bool
        from minutes in Gen.Int[0, 600 * 60]
        let at = Noon + Duration.FromMinutes(minutes)
        let schedule = new Schedule(
            Stockholm,
            [.. weekly.Select(period => new WeeklyPeriod(period.Item1, (WeekDays)period.Item2, Quarter(period.Item3), Quarter(period.Item4)))],
            [.. oneOff.Select(period => new OneOffPeriod(period.Item1, Hour(period.Item2), Hour(period.Item2 + period.Item3)))],
            holidays.Item2 ? new(holidays.Item1, HolidayCalendar.Swedish) : null)
        let user = With(ActivationOf(activation.Item1, at, activation.Item2, activation.Item3), schedule)
        select (user with { Handling = user.Handling with { DefaultProfile = fallback } }, mobile ? Mobile : Line, at);

    private static Activation? ActivationOf(ProfileId profile, Instant since, long milliseconds, int kind) => kind switch
    {
        0 => null,
        1 => new(profile, since, since + Duration.FromMilliseconds(milliseconds + 1)),
        _ => new(profile, since, UntilNextChange: kind == 2),
    };

    private static LocalTime Quarter(int quarters) => LocalTime.Midnight.PlusMinutes(15 * quarters);

    private static LocalDateTime Hour(int hours) => new LocalDateTime(2026, 11, 24, 0, 0).PlusHours(hours);

    private static bool Rings(User user, PhoneNumber line, Instant at)
    {
        var data = RoutingData.Empty
            .With(line, new AssignedNumber(Organisation, user.Id))
            .With(user)
            .With(new Organisation(Organisation, "", Suspended: false, AllowedCountries.Default, Fallback: null));
        return RoutingEngine.Decide(data, new(line, Caller: null, at, Trail.Empty)) is Decided { Decision: Ring { FollowedUp: false } };
    }

    private static string Told(User user, Instant at, Language language = Language.Swedish) =>
        ReferralText.For(user, user.Handling.FindOrDefault(ProfileInForce.At(user.Handling, at).Profile), Line, at, language);

    private static User Activated(string profile, Instant since, string? until, Schedule? schedule = null, params ImmutableArray<Profile> more) =>
        With(new(Id(profile), since, until is null ? null : At(until)), schedule ?? Schedule.Empty, more);

    private static User With(Activation? activation, Schedule schedule, params ImmutableArray<Profile> more) => new(
        new(new Guid(2, 0, 0, new byte[8])),
        Organisation,
        "Anna Berg",
        [Line, Mobile],
        Language.Swedish,
        new([.. DefaultProfiles.All, .. more], ProfileId.Available, activation, schedule, [], [new AppDevice("8:acs:anna")]));

    private static Profile Find(User user, string profile) => user.Handling.Find(Id(profile))!;

    private static ProfileId Id(string id) => ProfileId.Parse(id).Value;

    private static Instant At(string local) => Local.Parse(local).Value.InZoneLeniently(Stockholm).ToInstant();

    private static WeeklyPeriod Weekly(string profile, WeekDays days, string from, string to) =>
        new(Id(profile), days, LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(from).Value, LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(to).Value);

    private static OneOffPeriod OneOff(string profile, string from, string to) => new(Id(profile), Local.Parse(from).Value, Local.Parse(to).Value);
}

using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Koppla.Functions.Security;
using Koppla.Routing.Callers;
using Koppla.Routing.Destinations;
using Koppla.Routing.Directory;
using Koppla.Routing.Numbers;
using Koppla.Routing.Profiles;
using Koppla.Routing.Schedules;
using NodaTime;

namespace Koppla.Functions.Tests.Api;

/// <summary>Where a call would go, and why.</summary>
public sealed class ExplainTests(ApiFixture fixture)
{
    private const string Path = "decisions/explain";

    private static readonly ProfileId Lunch = ProfileId.Parse("lunch").Value;

    private static readonly Instant Noon = Days.NextChristmasDay.At(new LocalTime(12, 0)).InZoneStrictly(Days.Zone).ToInstant();

    /// <summary>What can take a call to a user, lowest precedence first. Each is set up with all that come before it.</summary>
    private static readonly ImmutableArray<(string Rule, Func<CallHandling, CallHandling> SetUp)> Layers =
    [
        ("profile-default", handling => handling),
        ("profile-weekly", handling => Scheduled(handling, schedule => schedule with
        {
            Weekly = [new(Lunch, (WeekDays)127, new LocalTime(8, 0), new LocalTime(17, 0))],
        })),
        ("profile-holiday", handling => Scheduled(handling, schedule => schedule with { Holidays = new(Lunch, HolidayCalendar.Swedish) })),
        ("profile-one-off", handling => Scheduled(handling, schedule => schedule with
        {
            OneOff = [new(Lunch, Days.NextChristmasDay.AtMidnight(), Days.NextChristmasDay.PlusDays(1).AtMidnight())],
        })),
        ("profile-activated", handling => handling with { Activation = new(Lunch, Noon - Duration.FromHours(1), Noon + Duration.FromHours(1)) }),
        ("profile-forced", handling => handling with { Activation = new(Lunch, Noon - Duration.FromHours(1)) }),
        ("caller-vip", handling => handling with { Exceptions = [new(CallerGroup.Withheld, null, CallerTreatment.Vip)] }),
        ("caller-blocked", handling => handling with { Exceptions = [new(CallerGroup.External, null, CallerTreatment.Blocked), .. handling.Exceptions] }),
    ];

    public static readonly TheoryData<string> Rules = [.. Layers.Select(layer => layer.Rule)];

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task The_rule_with_the_highest_precedence_takes_the_call(string rule)
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        var layers = Layers[..(Layers.IndexOf(Layers.Single(layer => layer.Rule == rule)) + 1)];
        using var anna = await TenantUser.CreateAsync(
            fixture, tenant, handling => layers.Aggregate(handling, (so, layer) => layer.SetUp(so)));

        var told = await anna.Api.PostAsync(Path, Asked(anna.Fixed, Days.At(Days.NextChristmasDay, 12))).JsonAsync();

        Assert.Equal(rule, Text(told["rule"]));
        var why = Names(told["why"]);
        Assert.Contains(rule, why);
        Assert.Equal(why.Count, told["sentences"]!.AsArray().Count);
        Assert.Equal(Kind(rule), Text(told["decision"]!["kind"]));
    }

    [Fact]
    public async Task What_did_not_apply_is_told_before_what_did()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        using var anna = await TenantUser.CreateAsync(fixture, tenant, handling => Layers[1].SetUp(Layers[2].SetUp(Layers[4].SetUp(handling))));

        var told = await anna.Api.PostAsync(Path, Asked(anna.Fixed, Days.At(Days.NextChristmasDay.PlusDays(-5), 12))).JsonAsync();
        var later = await anna.Api.PostAsync(Path, Asked(anna.Fixed, Days.At(Days.OrdinaryMonday, 7))).JsonAsync();

        Assert.Equal(["organisation-active", "no-holiday-now", "profile-weekly", "user-refers"], Names(told["why"]));
        Assert.Equal(
            ["organisation-active", "activation-ended", "no-holiday-now", "no-weekly-now", "profile-default", "user-does-not-forward", "app-rings", "telephone-rings"],
            Names(later["why"]));
    }

    [Theory]
    [InlineData(true, "reserved-forwarded", "forward")]
    [InlineData(false, "reserved-forwarding-off", "refuse")]
    [InlineData(null, "reserved-not-forwarded", "refuse")]
    public async Task A_reserved_number_is_taken_by_its_forwarding(bool? enabled, string rule, string kind)
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        using var admin = Administrator(tenant);
        var number = await tenant.ReservedAsync(enabled is null ? null : Numbers.Outside, enabled ?? false);

        var told = await admin.PostAsync(Path, Asked(number)).JsonAsync();

        Assert.Equal((rule, kind), (Text(told["rule"]), Text(told["decision"]!["kind"])));
    }

    [Fact]
    public async Task A_reserved_mobile_number_and_a_suspended_organisation_are_told()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        using var suspended = await Tenant.CreateAsync(fixture);
        await fixture.Stores.Organisations.WriteAsync(
            new Organisation(suspended.Id, "Exempelbolaget AB", true, AllowedCountries.Default, null), TestContext.Current.CancellationToken);
        using var admin = Administrator(tenant);
        using var other = Administrator(suspended);
        var mobile = await tenant.ReservedAsync(number: fixture.NewMobile());
        var number = await suspended.ReservedAsync(Numbers.Outside);

        Assert.Equal("reserved-mobile", Text((await admin.PostAsync(Path, Asked(mobile)).JsonAsync())["rule"]));
        Assert.Equal("organisation-suspended", Text((await other.PostAsync(Path, Asked(number)).JsonAsync())["rule"]));
    }

    [Fact]
    public async Task A_call_is_told_hop_by_hop_with_what_follows_and_its_whole_story()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        using var admin = Administrator(tenant);
        using var anna = await TenantUser.CreateAsync(fixture, tenant, handling => WithRule(
            handling, NumberRule.Ring with { OnNoAnswer = new(ConditionAction.Forward, Destination.Of(Numbers.Outside), true) }));
        var number = await tenant.ReservedAsync(anna.Fixed);

        var told = await admin.PostAsync(Path, Asked(number, Days.At(Days.OrdinaryMonday, 9))).JsonAsync();

        Answers.AssertJson(
            $$"""
            {"kind":"ring","number":"{{anna.Fixed.E164}}","user":"Anna Berg","devices":["app","{{Numbers.OtherOutside.E164}}"],"seconds":20,"followedUp":true}
            """,
            told["decision"]);
        Assert.Equal(Days.At(Days.OrdinaryMonday, 9), Text(told["at"]));
        Answers.AssertJson(
            $$"""
            [
              {"number":"{{number.E164}}","to":"{{anna.Fixed.E164}}","sentences":[
                "The organisation that owns {{number.Display}} is not suspended.",
                "{{number.Display}} is a reserved number and is forwarded to {{anna.Fixed.Display}}."]},
              {"number":"{{anna.Fixed.E164}}","sentences":[
                "The organisation that owns {{anna.Fixed.Display}} is not suspended.",
                "The profile Tillgänglig is in force at {{anna.Fixed.Display}}: it is the default.",
                "Calls to the fixed number {{anna.Fixed.Display}} are not forwarded at once.",
                "The app rings at the user of {{anna.Fixed.Display}}.",
                "The telephone 031-390 06 50 rings at the user of {{anna.Fixed.Display}}."]}
            ]
            """,
            told["hops"]);
        Answers.AssertJson(
            """
            {
              "ifBusy":{"kind":"refuse","sentence":"If busy: the call ends: busy, and nothing is set for that."},
              "ifNoAnswer":{"kind":"forward","number":"+46701740660","sentence":"If nobody answers: the call goes to 070-174 06 60. If nobody answers: the call ends: no answer, and nothing is set for that."},
              "ifNoConnection":{"kind":"refuse","sentence":"If nothing can be reached: the call ends: no connection, and nothing is set for that."}
            }
            """,
            told["then"]);
        Assert.Equal(
            [
                "The app and 031-390 06 50 of Anna Berg ring for 20 seconds.",
                "If nobody answers: the call goes to 070-174 06 60.",
                "If nobody answers: the call ends: no answer, and nothing is set for that.",
            ],
            told["story"]!.AsArray().Select(step => Text(step!["sentence"])));
    }

    [Fact]
    public async Task The_reader_who_wants_swedish_gets_it()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        using var anna = await TenantUser.CreateAsync(fixture, tenant, Layers[5].SetUp);

        var told = await anna.Api.SendAsync(
            HttpMethod.Post, Path, Asked(anna.Mobile, Days.At(Days.NextChristmasDay, 12)), ("Accept-Language", "sv-SE")).JsonAsync();

        Assert.Equal($"Organisationen som äger {anna.Mobile.Display} är inte avstängd.", Text(told["sentences"]![0]));
        Assert.Equal(
            ["Den som ringer hör hänvisningen för Anna Berg (Lunch).", "Sedan: samtalet avslutas."],
            told["story"]!.AsArray().Select(step => Text(step!["sentence"])));
    }

    [Fact]
    public async Task A_state_of_a_line_and_a_referral_that_was_heard_lead_to_what_follows_them()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        using var anna = await TenantUser.CreateAsync(fixture, tenant, handling => WithRule(
            handling,
            NumberRule.Ring with { OnBusy = new(ConditionAction.Referral, null, true), AfterReferral = new(Destination.Of(Numbers.Outside), true) }));

        var busy = await anna.Api.PostAsync(Path, $$$"""{"number":"{{{anna.Fixed.E164}}}","lines":{"{{{anna.Fixed.Display}}}":"busy"}}""").JsonAsync();
        var declined = await anna.Api.PostAsync(Path, $$$"""{"number":"{{{anna.Fixed.E164}}}","lines":{"{{{anna.Fixed.E164}}}":"declined"}}""").JsonAsync();
        var heard = await anna.Api.PostAsync(Path, $$"""{"number":"{{anna.Fixed.E164}}","referralHeard":["{{anna.Fixed.E164}}"]}""").JsonAsync();

        Assert.Equal("refer", Text(busy["decision"]!["kind"]));
        Assert.Contains("line-busy", Names(busy["why"]));
        Assert.Equal("refer", Text(declined["decision"]!["kind"]));
        Assert.Contains("line-declined", Names(declined["why"]));
        Answers.AssertJson($$"""{"kind":"forward","number":"{{Numbers.Outside.E164}}","followedUp":false}""", heard["decision"]);
        Assert.Contains("referral-heard", Names(heard["why"]));
    }

    [Fact]
    public async Task A_blocked_caller_is_refused_and_others_ring()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        using var anna = await TenantUser.CreateAsync(
            fixture, tenant, handling => handling with { Exceptions = [new(CallerGroup.Number, Numbers.Caller, CallerTreatment.Blocked)] });

        var blocked = await anna.Api.PostAsync(Path, $$"""{"number":"{{anna.Fixed.E164}}","caller":"{{Numbers.Caller.Display}}"}""").JsonAsync();
        var withheld = await anna.Api.PostAsync(Path, $$"""{"number":"{{anna.Fixed.E164}}","caller":null}""").JsonAsync();

        Answers.AssertJson("""{"kind":"refuse","reason":"caller-blocked"}""", blocked["decision"]);
        Assert.Equal(Numbers.Caller.E164, Text(blocked["caller"]));
        Assert.Equal("ring", Text(withheld["decision"]!["kind"]));
    }

    /// <summary>A period from 08:00 begins an hour earlier in universal time when summer time does.</summary>
    [Fact]
    public async Task Instants_to_come_and_past_are_decided_by_the_clock_of_that_day()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        using var anna = await TenantUser.CreateAsync(fixture, tenant, Layers[1].SetUp);
        var (spring, autumn) = (Days.Text(Days.NextShortDay), Days.Text(Days.LastLongDay));

        Assert.Equal(("profile-default", "T07:59:59+02:00"), await RuleAtAsync($"{spring}T05:59:59Z"));
        Assert.Equal(("profile-weekly", "T08:00:00+02:00"), await RuleAtAsync($"{spring}T06:00:00Z"));
        Assert.Equal(("profile-default", "T07:30:00+01:00"), await RuleAtAsync($"{Days.Text(Days.NextShortDay.PlusDays(-1))}T07:30+01:00"));
        Assert.Equal(("profile-default", "T07:30:00+01:00"), await RuleAtAsync($"{autumn}T06:30:00Z"));
        Assert.Equal(("profile-weekly", "T08:00:00+01:00"), await RuleAtAsync($"{autumn}T09:00:00+02:00"));

        async Task<(string? Rule, string Time)> RuleAtAsync(string at)
        {
            var told = await anna.Api.PostAsync(Path, Asked(anna.Fixed, at)).JsonAsync();
            return (Text(told["rule"]), Text(told["at"])![10..]);
        }
    }

    [Fact]
    public async Task A_user_asks_about_her_own_numbers_and_an_administrator_about_the_organisations()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        using var stranger = await Tenant.CreateAsync(fixture);
        using var anna = await TenantUser.CreateAsync(fixture, tenant);
        using var eva = await TenantUser.CreateAsync(fixture, tenant);
        using var admin = Administrator(tenant);
        using var foreign = Administrator(stranger);
        using var nobody = new ApiClient(fixture, tenant.Id, anna.Id.Value, "Other.Role");
        var reserved = await tenant.ReservedAsync(Numbers.Outside);

        Assert.Equal(200, (int)await anna.Api.PostAsync(Path, Asked(anna.Mobile)).StatusAsync());
        Assert.Equal(200, (int)await admin.PostAsync(Path, Asked(anna.Mobile)).StatusAsync());
        Assert.Equal(200, (int)await admin.PostAsync(Path, Asked(reserved)).StatusAsync());
        Assert.Equal(403, (int)await nobody.PostAsync(Path, Asked(anna.Mobile)).StatusAsync());
        await eva.Api.PostAsync(Path, Asked(anna.Mobile)).ProblemAsync(404, "number-not-found", "number");
        await anna.Api.PostAsync(Path, Asked(reserved)).ProblemAsync(404, "number-not-found", "number");
        await foreign.PostAsync(Path, Asked(anna.Mobile)).ProblemAsync(404, "number-not-found", "number");
        await admin.PostAsync(Path, Asked(fixture.NewNumber())).ProblemAsync(404, "number-not-found", "number");
    }

    [Fact]
    public async Task What_another_organisation_does_with_a_call_is_not_told()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        using var stranger = await Tenant.CreateAsync(fixture);
        using var anna = await TenantUser.CreateAsync(fixture, stranger);
        using var admin = Administrator(tenant);
        var number = await tenant.ReservedAsync(anna.Fixed);

        var told = await admin.PostAsync(Path, Asked(number)).JsonAsync();

        Answers.AssertJson($$"""{"kind":"forward","number":"{{anna.Fixed.E164}}","followedUp":false}""", told["decision"]);
        Assert.Equal(["organisation-active", "reserved-forwarded", "destination-external"], Names(told["why"]));
        Assert.DoesNotContain("Anna Berg", told.ToJsonString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{}""", 400, "body-not-valid", "number")]
    [InlineData("""{"number":"08-465 004 10","when":"now"}""", 400, "body-not-valid", "when")]
    [InlineData("""{"number":"hej"}""", 422, "number-not-a-number", "number")]
    [InlineData("""{"number":"08-465 004 10","caller":"112"}""", 422, "number-emergency", "caller")]
    [InlineData("""{"number":"08-465 004 10","at":"2026-11-24"}""", 422, "time-not-valid", "at")]
    [InlineData("""{"number":"08-465 004 10","at":"2026-11-24T12:00:00"}""", 422, "time-not-valid", "at")]
    [InlineData("""{"number":"08-465 004 10","at":"1999-12-31T23:59:59Z"}""", 422, "instant-too-far", "at")]
    [InlineData("""{"number":"08-465 004 10","at":"9999-12-31T23:59:59-12:00"}""", 422, "instant-too-far", "at")]
    [InlineData("""{"number":"08-465 004 10","lines":{"+4684650041":"asleep"}}""", 422, "word-unknown", "lines.+4684650041")]
    [InlineData("""{"number":"08-465 004 10","lines":{"+46846500410":null}}""", 400, "body-not-valid", "lines.+46846500410")]
    [InlineData("""{"number":"08-465 004 10","lines":{"hej":"busy"}}""", 422, "number-not-a-number", "lines.hej")]
    [InlineData("""{"number":"08-465 004 10","lines":{"+46846500410":"busy","08-465 004 10":"busy"}}""", 422, "line-repeated", "lines.08-465 004 10")]
    [InlineData("""{"number":"08-465 004 10","referralHeard":["hej"]}""", 422, "number-not-a-number", "referralHeard[0]")]
    [InlineData("""{"number":"08-465 004 10","referralHeard":[null]}""", 400, "body-not-valid", "referralHeard[0]")]
    public async Task What_is_wrong_with_a_request_is_named(string body, int status, string name, string field)
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        using var admin = Administrator(tenant);

        await admin.PostAsync(Path, body).ProblemAsync(status, name, field);
    }

    private ApiClient Administrator(Tenant tenant) => new(fixture, tenant.Id, Guid.NewGuid(), Policies.AdministratorRole);

    private static string Asked(PhoneNumber number, string? at = null) =>
        at is null ? $$"""{"number":"{{number.E164}}"}""" : $$"""{"number":"{{number.Display}}","at":"{{at}}"}""";

    private static string Kind(string rule) => rule switch
    {
        "profile-default" or "caller-vip" => "ring",
        "caller-blocked" => "refuse",
        _ => "refer",
    };

    private static CallHandling Scheduled(CallHandling handling, Func<Schedule, Schedule> change) =>
        handling with { Schedule = change(handling.Schedule) };

    private static CallHandling WithRule(CallHandling handling, NumberRule rule) =>
        handling with { Profiles = [handling.Profiles[0] with { Fixed = rule }, .. handling.Profiles[1..]] };

    private static string? Text(JsonNode? node) => node?.GetValue<string>();

    private static List<string?> Names(JsonNode? why) => [.. why!.AsArray().Select(step => Text(step!["rule"]))];
}

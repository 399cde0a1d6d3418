using System.Text.Json.Nodes;
using Koppla.Routing.Callers;
using Koppla.Routing.Directory;
using Koppla.Routing.Numbers;
using Koppla.Routing.Profiles;
using Koppla.Routing.Schedules;
using NodaTime;

namespace Koppla.Functions.Tests.Api;

/// <summary>The days to come of a user's numbers.</summary>
public sealed class WeekTests(ApiFixture fixture)
{
    private const WeekDays EveryDay = (WeekDays)127;

    private static readonly ProfileId Lunch = ProfileId.Parse("lunch").Value;
    private static readonly ProfileId Gone = ProfileId.Parse("gatt-for-dagen").Value;

    /// <summary>
    /// Gone 22-06 every day, lunch 11-12 on Mondays:
    /// <code>
    /// Monday   00 gone 06 - 11 lunch 12 - 22 gone
    /// Tuesday  - 06 - 22 gone
    /// </code>
    /// </summary>
    [Fact]
    public async Task Days_are_told_boundary_by_boundary_over_midnight()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        using var anna = await TenantUser.CreateAsync(fixture, tenant, handling => Weekly(
            handling, new(Gone, EveryDay, new(22, 0), new(6, 0)), new(Lunch, WeekDays.Monday, new(11, 0), new(12, 0))));
        var (monday, tuesday) = (Days.OrdinaryMonday, Days.OrdinaryMonday.PlusDays(1));

        var week = await anna.Api.GetAsync($"users/me/week?days=2&from={Days.Text(monday)}").JsonAsync();

        Assert.Equal(Days.At(monday, 0), Text(week["from"]));
        Assert.Equal(Days.At(monday.PlusDays(2), 0), Text(week["to"]));
        Assert.Equal("Europe/Stockholm", Text(week["timeZone"]));
        Assert.Equal([anna.Fixed.E164, anna.Mobile.E164], week["numbers"]!.AsArray().Select(each => Text(each!["number"])));
        Assert.Equal(
            [
                (Days.At(monday, 0), "gatt-for-dagen", "weekly", "refer"),
                (Days.At(monday, 6), "tillganglig", "default", "ring"),
                (Days.At(monday, 11), "lunch", "weekly", "refer"),
                (Days.At(monday, 12), "tillganglig", "default", "ring"),
                (Days.At(monday, 22), "gatt-for-dagen", "weekly", "refer"),
                (Days.At(tuesday, 6), "tillganglig", "default", "ring"),
                (Days.At(tuesday, 22), "gatt-for-dagen", "weekly", "refer"),
            ],
            Intervals(week, anna.Fixed).Select(Short));
        AssertTiles(week, anna.Mobile);
    }

    [Fact]
    public async Task An_interval_tells_where_calls_go_and_what_follows()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        var rule = NumberRule.Ring with { OnBusy = new(ConditionAction.Forward, Destination.Of(Numbers.Outside), true) };
        using var anna = await TenantUser.CreateAsync(
            fixture, tenant, handling => handling with { Profiles = [handling.Profiles[0] with { Fixed = rule }] });

        var week = await anna.Api.SendAsync(
            HttpMethod.Get, $"users/me/week?from={Days.Text(Days.OrdinaryMonday)}", null, ("Accept-Language", "sv")).JsonAsync();

        Answers.AssertJson(
            $$"""
            [{
              "from":"{{Days.At(Days.OrdinaryMonday, 0)}}","to":"{{Days.At(Days.OrdinaryMonday.PlusDays(7), 0)}}",
              "profile":{"id":"tillganglig","name":"Tillgänglig"},"source":"default",
              "goes":{"kind":"ring","number":"{{anna.Fixed.E164}}","sentence":"Appen och 031-390 06 50 hos Anna Berg ringer i 20 sekunder."},
              "ifBusy":{"kind":"forward","number":"{{Numbers.Outside.E164}}",
                "sentence":"Vid upptaget: samtalet går till 070-174 06 60. Vid upptaget: samtalet avslutas: upptaget, och inget är inställt för det."},
              "ifNoAnswer":{"kind":"refuse","sentence":"Vid ej svar: samtalet avslutas: ej svar, och inget är inställt för det."},
              "ifNoConnection":{"kind":"refuse","sentence":"Vid ingen koppling: samtalet avslutas: ingen koppling, och inget är inställt för det."}
            }]
            """,
            Intervals(week, anna.Fixed));
    }

    [Fact]
    public async Task A_day_on_which_the_clocks_change_is_23_hours_long_or_25()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        using var anna = await TenantUser.CreateAsync(fixture, tenant, handling => Weekly(handling, new WeeklyPeriod(Gone, EveryDay, new(1, 30), new(4, 0))));
        var (spring, autumn) = (Days.Text(Days.NextShortDay), Days.Text(Days.LastLongDay));

        var shortDay = await anna.Api.GetAsync($"users/me/week?days=1&from={spring}").JsonAsync();
        var longDay = await anna.Api.GetAsync($"users/me/week?days=1&from={autumn}").JsonAsync();

        Assert.Equal(
            [$"{spring}T00:00:00+01:00", $"{spring}T01:30:00+01:00", $"{spring}T04:00:00+02:00"],
            Intervals(shortDay, anna.Fixed).Select(interval => Text(interval!["from"])));
        Assert.Equal(
            [$"{autumn}T00:00:00+02:00", $"{autumn}T01:30:00+02:00", $"{autumn}T04:00:00+01:00"],
            Intervals(longDay, anna.Fixed).Select(interval => Text(interval!["from"])));
        Assert.EndsWith("T00:00:00+02:00", Text(shortDay["to"]), StringComparison.Ordinal);
        Assert.EndsWith("T00:00:00+01:00", Text(longDay["to"]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_holiday_is_a_day_of_its_own()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        using var anna = await TenantUser.CreateAsync(fixture, tenant, handling => handling with
        {
            Schedule = handling.Schedule with { Holidays = new(Gone, new(IncludeEves: false, [], [])) },
        });
        var christmas = Days.NextChristmasDay;

        var week = await anna.Api.GetAsync($"users/me/week?days=4&from={Days.Text(christmas.PlusDays(-1))}").JsonAsync();

        Assert.Equal(
            [
                (Days.At(christmas.PlusDays(-1), 0), "tillganglig", "default", "ring"),
                (Days.At(christmas, 0), "gatt-for-dagen", "holiday", "refer"),
                (Days.At(christmas.PlusDays(2), 0), "tillganglig", "default", "ring"),
            ],
            Intervals(week, anna.Fixed).Select(Short));
    }

    [Fact]
    public async Task An_activation_ends_where_it_says()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        var from = Days.OrdinaryMonday.At(new LocalTime(9, 15)).InZoneStrictly(Days.Zone).ToInstant();
        using var anna = await TenantUser.CreateAsync(
            fixture, tenant, handling => handling with { Activation = new(Lunch, from, from + Duration.FromMinutes(30)) });

        var week = await anna.Api.GetAsync($"users/me/week?days=1&from={Days.Text(Days.OrdinaryMonday)}").JsonAsync();

        Assert.Equal(
            [
                (Days.At(Days.OrdinaryMonday, 0), "tillganglig", "default", "ring"),
                (Days.At(Days.OrdinaryMonday, 9, 15), "lunch", "activated", "refer"),
                (Days.At(Days.OrdinaryMonday, 9, 45), "tillganglig", "default", "ring"),
            ],
            Intervals(week, anna.Fixed).Select(Short));
    }

    [Fact]
    public async Task A_colleague_whose_profile_changes_is_a_boundary_too()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        using var eva = await TenantUser.CreateAsync(
            fixture, tenant, handling => Weekly(handling, new WeeklyPeriod(Lunch, EveryDay, new(11, 0), new(12, 0))));
        using var anna = await TenantUser.CreateAsync(fixture, tenant, handling => handling with
        {
            Profiles = [handling.Profiles[0] with { Fixed = NumberRule.Ring with { Action = RuleAction.Forward, ForwardTo = Destination.Of(eva.Id) } }],
        });

        var week = await anna.Api.GetAsync($"users/me/week?days=1&from={Days.Text(Days.OrdinaryMonday)}").JsonAsync();

        Assert.Equal(
            [
                (Days.At(Days.OrdinaryMonday, 0), "tillganglig", "default", "ring"),
                (Days.At(Days.OrdinaryMonday, 11), "tillganglig", "default", "refer"),
                (Days.At(Days.OrdinaryMonday, 12), "tillganglig", "default", "ring"),
            ],
            Intervals(week, anna.Fixed).Select(Short));
        Assert.Single(Intervals(week, anna.Mobile));
    }

    [Fact]
    public async Task Exceptions_for_callers_do_not_colour_the_week()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        using var anna = await TenantUser.CreateAsync(
            fixture, tenant, handling => handling with { Exceptions = [new(CallerGroup.Withheld, null, CallerTreatment.Blocked)] });

        var week = await anna.Api.GetAsync("users/me/week").JsonAsync();

        Assert.Equal("ring", Text(Assert.Single(Intervals(week, anna.Fixed))!["goes"]!["kind"]));
    }

    [Fact]
    public async Task Seven_days_from_today_are_told_unless_others_are_asked_for()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        using var anna = await TenantUser.CreateAsync(fixture, tenant);
        var today = Days.Today;

        var week = await anna.Api.GetAsync("users/me/week").JsonAsync();

        Assert.Contains(Text(week["from"])![..10], new[] { Days.Text(today), Days.Text(Days.Today) });
        Assert.Equal(Days.Text(Days.Today.PlusDays(7)), Text(week["to"])![..10]);
        Assert.Equal(200, (int)await anna.Api.GetAsync("users/me/week?days=31").StatusAsync());
    }

    [Theory]
    [InlineData("days=0", "days")]
    [InlineData("days=32", "days")]
    [InlineData("days=7&days=8", "days")]
    [InlineData("days=-1", "days")]
    [InlineData("from=idag", "from")]
    [InlineData("from=2026-02-29", "from")]
    [InlineData("from=9999-12-31", "from")]
    [InlineData("from=1999-12-31", "from")]
    [InlineData("format=xml", "format")]
    public async Task A_parameter_that_is_not_what_it_should_be_is_named(string query, string field)
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        using var anna = await TenantUser.CreateAsync(fixture, tenant);

        await anna.Api.GetAsync($"users/me/week?{query}").ProblemAsync(400, "parameter-not-valid", field);
    }

    private static CallHandling Weekly(CallHandling handling, params WeeklyPeriod[] periods) =>
        handling with { Schedule = handling.Schedule with { Weekly = [.. periods] } };

    private static JsonArray Intervals(JsonObject week, PhoneNumber number) =>
        week["numbers"]!.AsArray().Single(each => Text(each!["number"]) == number.E164)!["intervals"]!.AsArray();

    private static void AssertTiles(JsonObject week, PhoneNumber number)
    {
        var next = Text(week["from"]);
        foreach (var interval in Intervals(week, number))
        {
            Assert.Equal(next, Text(interval!["from"]));
            next = Text(interval["to"]);
        }

        Assert.Equal(Text(week["to"]), next);
    }

    private static (string? From, string? Profile, string? Source, string? Goes) Short(JsonNode? interval) =>
        (Text(interval!["from"]), Text(interval["profile"]!["id"]), Text(interval["source"]), Text(interval["goes"]!["kind"]));

    private static string? Text(JsonNode? node) => node?.GetValue<string>();
}

using System.Net;
using System.Text.Json.Nodes;

namespace Koppla.Functions.Tests.Api;

public sealed class ScheduleTests(ApiFixture fixture)
{
    private const string Path = "users/me/schedule";

    private const string Full = """
        {"timeZone":"Europe/Helsinki","weekly":[{"profile":"lunch","days":["monday","friday"],"from":"11:30","to":"12:30","priority":5},
        {"profile":"gatt-for-dagen","days":["saturday","sunday"],"from":"00:00","to":"00:00","priority":0}],
        "oneOff":[{"profile":"semester","from":"2030-07-01T00:00","to":"2030-08-01T00:00","priority":0,"note":"Sommar"}],
        "holidays":{"profile":"gatt-for-dagen","includeEves":false,"added":[{"date":"2030-05-31","name":"Klämdag"}],"removed":["2030-06-06"]},
        "warnings":[]}
        """;

    [Fact]
    public async Task A_schedule_is_replaced_and_read_as_it_was_put()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        using var anna = await TenantUser.CreateAsync(fixture, tenant);
        Answers.AssertJson(
            """{"timeZone":"Europe/Stockholm","weekly":[],"oneOff":[],"warnings":[]}""", await anna.Api.GetAsync(Path).JsonAsync());

        Answers.AssertJson(Full, await anna.Api.PutAsync(Path, Full).JsonAsync());
        Answers.AssertJson(Full, await anna.Api.GetAsync(Path).JsonAsync());
        Assert.Equal("Europe/Helsinki", (await anna.Api.GetAsync("users/me").JsonAsync())["timeZone"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_schedule_puts_profiles_in_force()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        using var anna = await TenantUser.CreateAsync(fixture, tenant);

        await anna.Api.PutAsync(
            Path, """{"timeZone":"Etc/UTC","oneOff":[{"profile":"semester","from":"2026-01-01T00:00","to":"2027-12-24T00:00"}]}""").JsonAsync();

        Answers.AssertJson(
            """
            {"profile":{"id":"semester","name":"Semester"},"statusText":"Semester","source":"one-off","until":"2027-12-24T00:00:00Z",
            "absence":"vacation","next":{"profile":{"id":"tillganglig","name":"Tillgänglig"},"at":"2027-12-24T00:00:00Z"}}
            """,
            await anna.Api.GetAsync("users/me/status").JsonAsync());
    }

    [Fact]
    public async Task Overlaps_and_shadowed_periods_are_saved_and_warned_of()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        using var anna = await TenantUser.CreateAsync(fixture, tenant);

        var saved = await anna.Api.PutAsync(
            Path,
            """
            {"timeZone":"Europe/Stockholm","weekly":[
            {"profile":"lunch","days":["tuesday"],"from":"08:00","to":"12:00"},
            {"profile":"mote","days":["tuesday"],"from":"11:00","to":"13:00"},
            {"profile":"sjuk","days":["thursday"],"from":"11:00","to":"13:00"},
            {"profile":"sjuk","days":["thursday"],"from":"10:00","to":"14:00","priority":9}]}
            """).JsonAsync();

        var warnings = saved["warnings"]!.AsArray();
        Assert.Equal(["periods-overlap", "period-shadowed"], warnings.Select(warning => warning!["name"]!.GetValue<string>()));
        Assert.Equal(["weekly[1]", "weekly[2]"], warnings.Select(warning => warning!["field"]!.GetValue<string>()));
        Assert.Contains("Tuesday 11:00", warnings[0]!["text"]!.GetValue<string>(), StringComparison.Ordinal);
        Answers.AssertJson(warnings.ToJsonString(), (await anna.Api.GetAsync(Path).JsonAsync())["warnings"]);
    }

    [Fact]
    public async Task A_circle_that_needs_a_coincidence_is_warned_of_at_the_period()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        using var anna = await TenantUser.CreateAsync(fixture, tenant);
        var back = await tenant.ReservedAsync(anna.Fixed);
        await anna.Api.PutAsync(
            "users/me/profiles/lunch",
            TenantUser.Profile($$$$"""{"action":"ring","onBusy":{"action":"forward","to":{"number":"{{{{back.E164}}}}"}}}""")).JsonAsync();

        var saved = await anna.Api.PutAsync(Path, """{"timeZone":"Europe/Stockholm","holidays":{"profile":"lunch"}}""").JsonAsync();

        var warning = Assert.Single(saved["warnings"]!.AsArray())!;
        Assert.Equal("loop-if-busy", warning["name"]!.GetValue<string>());
        Assert.Equal("holidays.profile", warning["field"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("timeZone", "\"Europe/Uppsala\"", "time-zone-unknown")]
    [InlineData("timeZone", "\"W. Europe Standard Time\"", "time-zone-unknown")]
    [InlineData("timeZone", "\"\"", "time-zone-unknown")]
    [InlineData("weekly[0].profile", "\"okand\"", "profile-unknown")]
    [InlineData("weekly[1].profile", "\"Okänd\"", "profile-id-not-valid")]
    [InlineData("oneOff[0].profile", "\"okand\"", "profile-unknown")]
    [InlineData("holidays.profile", "\"okand\"", "profile-unknown")]
    [InlineData("weekly[0].days", "[]", "days-missing")]
    [InlineData("weekly[0].from", "\"8:00\"", "time-not-valid")]
    [InlineData("weekly[0].from", "\"08:00:30\"", "time-not-valid")]
    [InlineData("weekly[1].to", "\"24:00\"", "time-not-valid")]
    [InlineData("weekly[0].priority", "-1", "value-out-of-range")]
    [InlineData("weekly[0].priority", "101", "value-out-of-range")]
    [InlineData("oneOff[0].from", "\"2030-07-01\"", "time-not-valid")]
    [InlineData("oneOff[0].from", "\"2030-07-01T00:00Z\"", "time-not-valid")]
    [InlineData("oneOff[0].to", "\"2030-07-01T00:00\"", "period-ends-too-early")]
    [InlineData("oneOff[0].to", "\"2029-07-01T00:00\"", "period-ends-too-early")]
    [InlineData("oneOff[0].note", "\"\"", "text-not-valid")]
    [InlineData("holidays.added[0].date", "\"2030-02-29\"", "time-not-valid")]
    [InlineData("holidays.added[0].name", "\"\"", "text-not-valid")]
    [InlineData("holidays.removed[0]", "\"6/6\"", "time-not-valid")]
    public async Task What_cannot_be_in_a_schedule_is_refused(string field, string value, string name)
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        using var anna = await TenantUser.CreateAsync(fixture, tenant);
        var before = await anna.VersionAsync();
        var body = JsonNode.Parse(Full)!;
        var steps = field.Replace("[", ".").Replace("]", "").Split('.');
        var parent = steps[..^1].Aggregate(body, (node, step) => node is JsonArray items ? items[int.Parse(step)]! : node[step]!);
        if (parent is JsonArray list)
        {
            list[int.Parse(steps[^1])] = JsonNode.Parse(value);
        }
        else
        {
            parent[steps[^1]] = JsonNode.Parse(value);
        }

        await anna.Api.PutAsync(Path, body.ToJsonString()).ProblemAsync(422, name, field);

        Assert.Equal(before, await anna.VersionAsync());
    }

    [Theory]
    [InlineData("weekly", 100, """{"profile":"lunch","days":["monday"],"from":"11:30","to":"12:30"}""")]
    [InlineData("oneOff", 200, """{"profile":"lunch","from":"2030-07-01T00:00","to":"2030-08-01T00:00"}""")]
    public async Task A_schedule_has_so_many_periods_at_most(string member, int most, string period)
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        using var anna = await TenantUser.CreateAsync(fixture, tenant);

        Assert.Equal(HttpStatusCode.OK, await anna.Api.PutAsync(Path, Body(most)).StatusAsync());
        await anna.Api.PutAsync(Path, Body(most + 1)).ProblemAsync(422, "too-many", member);

        string Body(int count) =>
            $$"""{"timeZone":"Europe/Stockholm","{{member}}":[{{string.Join(',', Enumerable.Repeat(period, count))}}]}""";
    }

    [Theory]
    [InlineData("added", """{"date":"2030-01-02","name":"x"}""")]
    [InlineData("removed", "\"2030-01-01\"")]
    public async Task A_calendar_has_a_hundred_days_of_its_own_at_most(string member, string day)
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        using var anna = await TenantUser.CreateAsync(fixture, tenant);

        Assert.Equal(HttpStatusCode.OK, await anna.Api.PutAsync(Path, Body(100)).StatusAsync());
        await anna.Api.PutAsync(Path, Body(101)).ProblemAsync(422, "too-many", $"holidays.{member}");

        string Body(int count) =>
            $$$"""{"timeZone":"Europe/Stockholm","holidays":{"profile":"lunch","{{{member}}}":[{{{string.Join(',', Enumerable.Repeat(day, count))}}}]}}""";
    }
}

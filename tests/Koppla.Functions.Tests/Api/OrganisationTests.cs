using System.Net;
using Koppla.Functions.Audit;
using Koppla.Functions.Security;
using Koppla.Routing;
using Koppla.Routing.Directory;
using Koppla.Routing.Schedules;

namespace Koppla.Functions.Tests.Api;

/// <summary>An organisation is created, read and changed.</summary>
public sealed class OrganisationTests(ApiFixture fixture) : IDisposable
{
    private readonly OrganisationId id = new(Guid.NewGuid());
    private ApiClient? admin;

    private ApiClient Admin => admin ??= new ApiClient(fixture, id, Guid.NewGuid(), Policies.AdministratorRole);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => admin?.Dispose();

    [Fact]
    public async Task It_is_created_by_its_first_put_and_read_by_its_members()
    {
        using var member = new ApiClient(fixture, id, Guid.NewGuid(), Policies.UserRole);
        await member.GetAsync("organisation").ProblemAsync(404, "organisation-not-found");
        await member.GetAsync("organisation/destination-policy").ProblemAsync(404, "organisation-not-found");
        using var administrator = new ApiClient(fixture, new OrganisationId(Guid.NewGuid()), Guid.NewGuid(), Policies.AdministratorRole);
        await administrator.PutAsync("organisation/destination-policy", """{"countries":["SE"],"externalForwards":{}}""").ProblemAsync(404, "organisation-not-found");
        await administrator.SendAsync(HttpMethod.Post, "organisation/forward-health").ProblemAsync(404, "organisation-not-found");

        var created = await Admin.PutAsync("organisation", Body(more: ""","countries":["SE","NO"]""")).JsonAsync(HttpStatusCode.Created);

        Answers.AssertJson(created.ToJsonString(), await member.GetAsync("organisation").JsonAsync());
        Assert.NotNull(created["created"]);
        created.Remove("created");
        Answers.AssertJson(
            """
            {"name":"Exempelbolaget AB","timeZone":"Europe/Stockholm","language":"swedish","callerId":"caller","declinedCountsAs":"busy",
            "holidays":{"includeEves":true,"added":[],"removed":[]},"countries":["NO","SE"],"suspended":false}
            """,
            created);
        var change = Assert.Single(await TrailAsync());
        Assert.Equal(("organisation-created", null), (change.Action, change.Before));
    }

    [Fact]
    public async Task It_is_replaced_and_what_other_routes_say_stays()
    {
        await Admin.PutAsync("organisation", Body(more: ""","countries":["SE","NO"]""")).StatusAsync();
        await Admin.PutAsync("organisation/transfer-policy", """{"onBusy":{"step":"announce"}}""").StatusAsync();

        var changed = await Admin.PutAsync("organisation", Body(name: "Nya AB", language: "english", fallback: "070-174 06 60")).JsonAsync();

        Assert.Equal("Nya AB", changed["name"]!.GetValue<string>());
        Assert.Equal(Numbers.Outside.E164, changed["fallback"]!.GetValue<string>());
        var stored = await fixture.Stores.Organisations.ReadAsync(id, Cancellation);
        Assert.Equal(["NO", "SE"], stored!.Countries.Regions.AsEnumerable());
        Assert.NotEqual(Routing.Transfers.TransferPolicy.Recall, stored.TransferPolicy);
        Assert.NotNull(stored.Created);
        Assert.Equal(
            ["organisation-created", "transfer-policy-changed", "organisation-changed"], (await TrailAsync()).Select(change => change.Action));
    }

    [Fact]
    public async Task What_is_read_can_be_put_back()
    {
        await Admin.PutAsync("organisation", Body(holidays: """{"includeEves":false,"added":[{"date":"2030-05-31","name":"Klämdag"}],"removed":["2030-06-06"]}"""))
            .StatusAsync();
        var read = await Admin.GetAsync("organisation").JsonAsync();

        Answers.AssertJson(read.ToJsonString(), await Admin.PutAsync("organisation", read.ToJsonString()).JsonAsync());
    }

    [Fact]
    public async Task A_version_is_named_or_none_is_wanted()
    {
        await Admin.PutAsync("organisation", Body(), "\"x\"").ProblemAsync(412, "version-changed");
        Assert.Null(await fixture.Stores.Organisations.ReadAsync(id, Cancellation));

        var first = await Admin.CreateAsync("organisation", Body()).EntityTagAsync(HttpStatusCode.Created);
        await Admin.CreateAsync("organisation", Body()).ProblemAsync(412, "version-changed");
        var second = await Admin.PutAsync("organisation", Body(name: "Nya AB"), first).EntityTagAsync();
        await Admin.PutAsync("organisation", Body(name: "Sena AB"), first).ProblemAsync(412, "version-changed");
        Assert.Equal(second, await Admin.GetAsync("organisation").EntityTagAsync());
    }

    [Fact]
    public async Task Only_one_of_many_creates_it()
    {
        var statuses = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Admin.CreateAsync("organisation", Body(name: $"Nr {i}")).StatusAsync()));

        Assert.Single(statuses, status => status == HttpStatusCode.Created);
        Assert.All(statuses, status => Assert.True(status is HttpStatusCode.Created or HttpStatusCode.PreconditionFailed));
        Assert.Single(await TrailAsync());
    }

    [Fact]
    public async Task A_dry_run_tells_whether_anything_would_change_and_changes_nothing()
    {
        await Admin.PutAsync("organisation?dryRun=true", Body()).JsonAsync();
        Assert.Null(await fixture.Stores.Organisations.ReadAsync(id, Cancellation));

        await Admin.PutAsync("organisation", Body()).StatusAsync();
        Assert.False((await Admin.PutAsync("organisation?dryRun=true", Body()).JsonAsync())["changed"]!.GetValue<bool>());
        Assert.True((await Admin.PutAsync("organisation?dryRun=true", Body(name: "Nya AB")).JsonAsync())["changed"]!.GetValue<bool>());
        await Admin.PutAsync("organisation?dryRun=true", Body(fallback: "0900-1234567")).ProblemAsync(422, "destination-premium", "fallback");
        Assert.Single(await TrailAsync());
    }

    [Fact]
    public async Task Only_administrators_change_it()
    {
        using var member = new ApiClient(fixture, id, Guid.NewGuid(), Policies.UserRole);

        Assert.Equal(HttpStatusCode.Forbidden, await member.PutAsync("organisation", Body()).StatusAsync());
    }

    [Fact]
    public async Task A_main_number_is_one_of_its_own()
    {
        await Admin.PutAsync("organisation", Body()).StatusAsync();
        using var other = await Tenant.CreateAsync(fixture);
        var foreign = await other.ReservedAsync();
        var own = fixture.NewNumber();
        await fixture.Stores.Numbers.WriteAsync(own, new ReservedNumber(id, null), Cancellation);

        await Admin.PutAsync("organisation", Body(mainNumber: foreign.E164)).ProblemAsync(422, "main-number-not-owned", "mainNumber");
        await Admin.PutAsync("organisation", Body(mainNumber: Numbers.Outside.E164)).ProblemAsync(422, "main-number-not-owned", "mainNumber");
        Assert.Equal(own.E164, (await Admin.PutAsync("organisation", Body(mainNumber: own.Display)).JsonAsync())["mainNumber"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_fallback_is_allowed_and_does_not_send_calls_in_a_circle()
    {
        await Admin.PutAsync("organisation", Body()).StatusAsync();
        var (one, other, end) = (fixture.NewNumber(), fixture.NewNumber(), fixture.NewNumber());
        await fixture.Stores.Numbers.WriteAsync(one, new ReservedNumber(id, new Forwarding(other, true)), Cancellation);
        await fixture.Stores.Numbers.WriteAsync(other, new ReservedNumber(id, new Forwarding(one, true)), Cancellation);
        await fixture.Stores.Numbers.WriteAsync(end, new ReservedNumber(id, new Forwarding(Numbers.Outside, true)), Cancellation);

        await Admin.PutAsync("organisation", Body(fallback: one.E164)).ProblemAsync(422, "forwarding-loop", "fallback");
        await Admin.PutAsync("organisation", Body(fallback: "+4722225555")).ProblemAsync(422, "destination-country-not-allowed", "fallback");
        Assert.Equal(end.E164, (await Admin.PutAsync("organisation", Body(fallback: end.E164)).JsonAsync())["fallback"]!.GetValue<string>());
    }

    [Fact]
    public async Task Its_countries_are_changed_elsewhere()
    {
        await Admin.PutAsync("organisation", Body()).StatusAsync();

        Assert.Equal(HttpStatusCode.OK, await Admin.PutAsync("organisation", Body(more: ""","countries":["SE"]""")).StatusAsync());
        await Admin.PutAsync("organisation", Body(more: ""","countries":["NO"]""")).ProblemAsync(422, "countries-not-changed-here", "countries");
    }

    [Theory]
    [InlineData("name", "\"\"", 422, "text-not-valid")]
    [InlineData("name", "null", 400, "body-not-valid")]
    [InlineData("timeZone", "\"Mars/Olympus\"", 422, "time-zone-unknown")]
    [InlineData("language", "\"latin\"", 422, "word-unknown")]
    [InlineData("callerId", "\"nobody\"", 422, "word-unknown")]
    [InlineData("declinedCountsAs", "\"declined\"", 422, "word-unknown")]
    [InlineData("fallback", "\"112\"", 422, "number-emergency")]
    [InlineData("countries", "[\"XX\"]", 422, "country-unknown")]
    public async Task Every_refusal_names_the_member(string member, string value, int status, string problem)
    {
        var body = System.Text.Json.Nodes.JsonNode.Parse(Body())!.AsObject();
        body[member] = System.Text.Json.Nodes.JsonNode.Parse(value);

        await Admin.PutAsync("organisation", body.ToJsonString()).ProblemAsync(status, problem, member);
    }

    [Fact]
    public async Task A_user_whose_schedule_follows_it_has_its_holidays()
    {
        await Admin.PutAsync("organisation", Body()).StatusAsync();
        var user = (await Admin.PostAsync("users", """{"name":"Anna Berg"}""").JsonAsync(HttpStatusCode.Created))["id"]!.GetValue<string>();
        await Admin.PutAsync($"users/{user}/schedule", """{"timeZone":"Europe/Stockholm","holidays":{"profile":"semester","calendar":"organisation"}}""").JsonAsync();
        var today = NodaTime.SystemClock.Instance.GetCurrentInstant().InZone(Schedule.Empty.Zone).Date;
        Assert.Equal("default", (await Admin.GetAsync($"users/{user}/status").JsonAsync())["source"]!.GetValue<string>());

        await Admin.PutAsync("organisation", Body(holidays: $$"""{"added":[{"date":"{{today:uuuu-MM-dd}}","name":"Firmafest"}]}""")).JsonAsync();

        Assert.Equal("holiday", (await Admin.GetAsync($"users/{user}/status").JsonAsync())["source"]!.GetValue<string>());
        var read = await Admin.GetAsync($"users/{user}/schedule").JsonAsync();
        Answers.AssertJson("""{"profile":"semester","calendar":"organisation"}""", read["holidays"]);
        var listed = (await Admin.GetAsync("users").JsonAsync())["items"]![0]!;
        Assert.Equal("holiday", listed["status"]!["source"]!.GetValue<string>());
        var stored = await fixture.Stores.Users.ReadAsync(id, UserId.Parse(user).Value, Cancellation);
        Assert.Empty(stored!.Value.Handling.Schedule.Holidays!.Calendar.Added);
    }

    [Theory]
    [InlineData(""" "calendar":"church" """, "word-unknown")]
    [InlineData(""" "calendar":"organisation","includeEves":true """, "calendar-of-organisation")]
    [InlineData(""" "calendar":"organisation","removed":[] """, "calendar-of-organisation")]
    public async Task A_holiday_rule_follows_the_organisation_or_has_days_of_its_own(string rule, string problem)
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        using var anna = await TenantUser.CreateAsync(fixture, tenant);

        await anna.Api.PutAsync("users/me/schedule", $$$"""{"timeZone":"Europe/Stockholm","holidays":{"profile":"lunch",{{{rule}}}}}""")
            .ProblemAsync(422, problem, "holidays.calendar");
    }

    internal static string Body(
        string name = "Exempelbolaget AB",
        string language = "swedish",
        string? fallback = null,
        string? mainNumber = null,
        string holidays = "{}",
        string more = "") =>
        $$"""
        {"name":"{{name}}","timeZone":"Europe/Stockholm","language":"{{language}}","callerId":"caller","declinedCountsAs":"busy","holidays":{{holidays}}
        {{Member("fallback", fallback)}}{{Member("mainNumber", mainNumber)}}{{more}}}
        """;

    private static string Member(string name, string? value) => value is null ? "" : $",\"{name}\":\"{value}\"";

    private Task<List<Change>> TrailAsync() => AuditTrail.OfAsync(fixture, id, AuditedObject.Organisation);
}

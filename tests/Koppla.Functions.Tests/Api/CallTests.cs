using System.Net;
using System.Text.Json.Nodes;
using Koppla.Functions.Calls;
using Koppla.Functions.Telephony;
using Koppla.Routing;
using Koppla.Routing.Decisions;
using NodaTime;

namespace Koppla.Functions.Tests.Api;

public sealed class CallTests(ApiFixture fixture)
{
    private static readonly Instant Noon = Instant.FromUtc(2026, 11, 3, 12, 0);

    [Fact]
    public async Task A_call_tells_what_happened_and_why()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        var id = await AddAsync(tenant.Id, 0);

        var call = await tenant.GetAsync($"calls/{id}").JsonAsync();

        Assert.Equal(id, call["id"]!.GetValue<string>());
        Assert.Equal("2026-11-03T12:00:00Z", call["at"]!.GetValue<string>());
        Assert.Equal(Numbers.Reserved.E164, call["called"]!.GetValue<string>());
        Assert.Null(call["caller"]);
        Assert.Equal("redirected", call["outcome"]!.GetValue<string>());
        Assert.Equal("forwarded", call["reason"]!.GetValue<string>());
        Assert.Equal(12.5, call["actedInMilliseconds"]!.GetValue<double>());
        Answers.AssertJson(
            $$"""[{"rule":"reserved-forwarded","number":"{{Numbers.Reserved.E164}}","destination":"{{Numbers.Outside.E164}}"}]""",
            call["trace"]);
        Answers.AssertJson(
            $$"""[{"command":"redirect","target":"{{Numbers.Outside.E164}}","status":"accepted","code":""}]""",
            call["commands"]);
        Assert.Equal(
            "08-465 004 10 is a reserved number and is forwarded to 070-174 06 60.",
            Assert.Single(call["explanation"]!.AsArray())!.GetValue<string>());
    }

    [Theory]
    [InlineData("sv", "08-465 004 10 är ett reserverat nummer och vidarekopplas till 070-174 06 60.")]
    [InlineData("sv-SE, en;q=0.8", "08-465 004 10 är ett reserverat nummer och vidarekopplas till 070-174 06 60.")]
    [InlineData("en, sv;q=0.9", "08-465 004 10 is a reserved number and is forwarded to 070-174 06 60.")]
    [InlineData("*", "08-465 004 10 is a reserved number and is forwarded to 070-174 06 60.")]
    [InlineData(";;q=x", "08-465 004 10 is a reserved number and is forwarded to 070-174 06 60.")]
    public async Task The_explanation_is_in_the_readers_language(string languages, string sentence)
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"calls/{await AddAsync(tenant.Id, 0)}");
        request.Headers.TryAddWithoutValidation("Accept-Language", languages);

        var call = await tenant.SendAsync(request).JsonAsync();

        Assert.Equal(sentence, Assert.Single(call["explanation"]!.AsArray())!.GetValue<string>());
    }

    [Fact]
    public async Task Calls_are_listed_newest_first_page_by_page_while_others_come_in()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        var ids = new List<string>();
        for (var minute = 0; minute < 5; minute++)
        {
            ids.Insert(0, await AddAsync(tenant.Id, minute));
        }

        var seen = new List<string>();
        string? continuation = null;
        do
        {
            var page = await tenant.GetAsync($"calls?limit=2&continuation={continuation}").JsonAsync();
            seen.AddRange(Listed(page));
            continuation = page["continuation"]?.GetValue<string>();
            await AddAsync(tenant.Id, 100 + seen.Count);
        }
        while (continuation is not null);

        Assert.Equal(ids, seen);
    }

    [Fact]
    public async Task A_full_last_page_has_no_continuation()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        await AddAsync(tenant.Id, 0);
        await AddAsync(tenant.Id, 1);

        Assert.Null((await tenant.GetAsync("calls?limit=2").JsonAsync())["continuation"]);
    }

    [Fact]
    public async Task A_call_of_another_organisation_or_of_none_is_not_found()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        using var other = await Tenant.CreateAsync(fixture);
        var foreign = await AddAsync(other.Id, 0);
        var nobodys = await AddAsync(null, 0);

        await tenant.GetAsync($"calls/{foreign}").ProblemAsync(404, "call-not-found", "id");
        await tenant.GetAsync($"calls/{nobodys}").ProblemAsync(404, "call-not-found", "id");
        Assert.Empty(Listed(await tenant.GetAsync("calls").JsonAsync()));
        Assert.Equal(HttpStatusCode.OK, await other.GetAsync($"calls/{foreign}").StatusAsync());
    }

    [Theory]
    [InlineData("x")]
    [InlineData("0000000000000000000-0000000000000000")]
    [InlineData("%2e%2e%2f")]
    [InlineData("'%20or%20'1'='1")]
    [InlineData("0000000000000000000-000000000000000A")]
    [InlineData("0000000000000000000-0000000000000000%0A")]
    public async Task An_id_that_is_none_is_not_found(string id)
    {
        using var tenant = await Tenant.CreateAsync(fixture);

        await tenant.GetAsync($"calls/{id}").ProblemAsync(404, "call-not-found", "id");
    }

    [Theory]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=201", "limit")]
    [InlineData("continuation=x", "continuation")]
    [InlineData("continuation=MTEy", "continuation")]
    public async Task A_parameter_that_is_not_what_it_should_be_is_named(string query, string field)
    {
        using var tenant = await Tenant.CreateAsync(fixture);

        await tenant.GetAsync($"calls?{query}").ProblemAsync(400, "parameter-not-valid", field);
    }

    [Fact]
    public async Task A_record_is_added_once_and_stays_as_it_was()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        var record = Record(tenant.Id, Noon);
        await fixture.Stores.Calls.AddAsync(record, TestContext.Current.CancellationToken);
        await fixture.Stores.Calls.AddAsync(record with { Reason = "later" }, TestContext.Current.CancellationToken);

        var stored = await fixture.Stores.Calls.ReadAsync(tenant.Id, record.Id, TestContext.Current.CancellationToken);

        Assert.Equal(
            record with { Trace = [], Commands = [] }, stored! with { Trace = [], Commands = [] });
        Assert.Equal(record.Trace, stored.Trace);
        Assert.Equal(record.Commands, stored.Commands);
    }

    private async Task<string> AddAsync(OrganisationId? organisation, int minute)
    {
        var record = Record(organisation, Noon + Duration.FromMinutes(minute));
        await fixture.Stores.Calls.AddAsync(record, TestContext.Current.CancellationToken);
        return record.Id;
    }

    private static CallRecord Record(OrganisationId? organisation, Instant at) => new(
        $"{DateTime.MaxValue.Ticks - at.ToDateTimeUtc().Ticks:D19}-{Guid.NewGuid().ToString("N")[..16]}",
        organisation,
        "0b6f0c9e-3c54-4a26-9a0e-51d0c1f00002",
        at,
        Numbers.Reserved.E164,
        null,
        CallOutcome.Redirected,
        "forwarded",
        Numbers.Outside.E164,
        1,
        [new TraceStep(TraceCode.ReservedForwarded, Numbers.Reserved, Numbers.Outside)],
        [new CommandNote("redirect", Numbers.Outside.E164, CommandStatus.Accepted, "")],
        TimeSpan.FromMilliseconds(12.5));

    private static IEnumerable<string> Listed(JsonObject list) => list["items"]!.AsArray().Select(item => item!["id"]!.GetValue<string>());
}

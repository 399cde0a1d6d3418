using System.Net;
using System.Net.ServerSentEvents;
using System.Text.Json.Nodes;
using Koppla.Functions.LiveUpdates;
using Koppla.Functions.OngoingCalls;
using Koppla.Functions.Security;
using Koppla.Functions.Storage;
using Koppla.Functions.SupervisedCalls;
using Koppla.Functions.Tests.Api;
using Koppla.Functions.Tests.SupervisedCalls;
using Koppla.Functions.Transfers;
using Koppla.Routing;

namespace Koppla.Functions.Tests.LiveUpdates;

/// <summary>The stream of a person's calls over HTTP.</summary>
public sealed class EventsApiTests : IAsyncLifetime
{
    private const string Path = "users/me/events";

    private readonly ApiFixture fixture;
    private readonly SupervisedCallStore calls;
    private readonly OngoingCallIndex index;
    private Tenant tenant = null!;
    private TenantUser anna = null!;

    public EventsApiTests(ApiFixture fixture)
    {
        this.fixture = fixture;
        var tables = new Tables(StorageServices.CreateClient(new StorageOptions { ConnectionString = fixture.ConnectionString }));
        calls = new SupervisedCallStore(tables);
        index = new OngoingCallIndex(tables, calls);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        tenant = await Tenant.CreateAsync(fixture);
        anna = await TenantUser.CreateAsync(fixture, tenant);
    }

    public ValueTask DisposeAsync()
    {
        anna.Dispose();
        tenant.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task It_is_a_stream_of_events_that_nobody_keeps_or_holds_back()
    {
        using var response = await anna.Api.OpenAsync(Path);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.MediaType);
        Assert.True(response.Headers.CacheControl?.NoCache);
        Assert.Equal("no", Assert.Single(response.Headers.GetValues("X-Accel-Buffering")));
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(Cancellation));
        Assert.Equal("event: ping", await reader.ReadLineAsync(Cancellation));
        Assert.Equal("data: ", await reader.ReadLineAsync(Cancellation));
        Assert.Equal("retry: 1000", await reader.ReadLineAsync(Cancellation));
        Assert.Equal("", await reader.ReadLineAsync(Cancellation));
    }

    [Fact]
    public async Task A_call_is_told_as_the_list_of_calls_has_it()
    {
        var call = await TalkAsync(anna.Id);

        var told = Assert.Single(await ReadAsync(anna.Api, 1));

        Assert.Equal("call", told.EventType);
        Assert.Contains(call, told.Data, StringComparison.Ordinal);
        using var list = await anna.Api.GetAsync("users/me/calls");
        Assert.Equal($$"""{"items":[{{told.Data}}]}""", await list.Content.ReadAsStringAsync(Cancellation));
    }

    [Fact]
    public async Task What_the_api_is_asked_for_is_told_at_once_and_in_the_end_the_call_is_left()
    {
        var call = await TalkAsync(anna.Id);
        using var response = await anna.Api.OpenAsync(Path);
        await using var events = EventsOf(response).GetAsyncEnumerator(Cancellation);
        Assert.Equal("talking -", await NextAsync(events));

        var body = $$$"""{"to":{"number":"{{{Numbers.Outside.E164}}}"},"mode":"announced"}""";
        var begun = await anna.Api.PostAsync($"calls/{call}/transfers", body).JsonAsync(HttpStatusCode.Created);
        Assert.Equal("transfer-ringing ringing", await NextAsync(events));

        await anna.Api.PostAsync($"calls/{call}/transfers/{begun["id"]}/cancel", "").JsonAsync();
        Assert.Equal("talking cancelled", await NextAsync(events));
    }

    [Fact]
    public async Task A_call_that_was_given_away_is_told_and_listed_and_not_transferred_again()
    {
        using var colleague = await TenantUser.CreateAsync(fixture, tenant);
        var call = await TalkAsync(colleague.Id, givenBy: anna.Id);

        var told = JsonNode.Parse(Assert.Single(await ReadAsync(anna.Api, 1)).Data)!;

        Assert.Equal(("left", "completed"), (told["state"]!.GetValue<string>(), told["transfer"]!["state"]!.GetValue<string>()));
        Answers.AssertJson(told.ToJsonString(), Assert.Single((await anna.Api.GetAsync("users/me/calls").JsonAsync())["items"]!.AsArray()));
        var direct = $$$"""{"to":{"number":"{{{Numbers.Outside.E164}}}"},"mode":"direct"}""";
        await anna.Api.PostAsync("users/me/transfers", direct).ProblemAsync(409, "no-ongoing-call");
        await anna.Api.PostAsync($"calls/{call}/transfers", direct).ProblemAsync(404, "call-not-found", "call");
    }

    [Fact]
    public async Task Who_comes_back_gets_what_differs()
    {
        await TalkAsync(anna.Id);
        var seen = Assert.Single(await ReadAsync(anna.Api, 1)).Id;
        var second = await TalkAsync(anna.Id);

        var told = Assert.Single(await ReadAsync(anna.Api, 1, seen));

        Assert.Equal(second, JsonNode.Parse(told.Data)!["id"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("17")]
    [InlineData("'%20or%20'1'='1")]
    [InlineData("AQAB")]
    public async Task An_id_that_is_none_of_ours_begins_anew(string lastEventId)
    {
        await TalkAsync(anna.Id);

        Assert.Single(await ReadAsync(anna.Api, 1, lastEventId));
    }

    [Fact]
    public async Task A_call_that_was_seen_and_is_forgotten_is_gone()
    {
        var id = Views.IdOf(1);

        var told = Assert.Single(await ReadAsync(anna.Api, 1, Views.Seen([Views.View(1)]).ToEventId()));

        Assert.Equal(("call-gone", $$"""{"id":"{{id}}"}""", SeenCalls.None.ToEventId()), (told.EventType, told.Data, told.Id));
    }

    [Fact]
    public async Task Calls_of_others_are_not_told()
    {
        using var colleague = await TenantUser.CreateAsync(fixture, tenant);
        using var other = await Tenant.CreateAsync(fixture);
        using var same = new ApiClient(fixture, other.Id, anna.Id.Value, Policies.UserRole);
        await TalkAsync(anna.Id);
        var hers = await TalkAsync(colleague.Id);
        var foreign = await TalkAsync(anna.Id, other.Id);

        // Each sees the one call; what else there was would have come before or with it.
        Assert.Equal(hers, await OnlyCallAsync(colleague.Api));
        Assert.Equal(foreign, await OnlyCallAsync(same));
    }

    [Fact]
    public async Task Without_a_token_or_a_role_there_is_no_stream()
    {
        using var nobody = new HttpClient { BaseAddress = new Uri(fixture.Host.BaseAddress, "api/v1/") };
        using var unnamed = await nobody.GetAsync(Path, Cancellation);
        Assert.Equal(HttpStatusCode.Unauthorized, unnamed.StatusCode);

        using var guest = new ApiClient(fixture, tenant.Id, Guid.NewGuid());
        using var refused = await guest.OpenAsync(Path);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    [Fact]
    public async Task More_than_ten_at_once_are_refused_until_one_is_closed()
    {
        var streams = await Task.WhenAll(Enumerable.Range(0, ChangeSignals.MostPerPerson).Select(_ => anna.Api.OpenAsync(Path)));
        using (var refused = await anna.Api.OpenAsync(Path))
        {
            Assert.NotNull(refused.Headers.RetryAfter);
            await Task.FromResult(refused).ProblemAsync(429, "too-many-streams");
        }

        foreach (var stream in streams)
        {
            Assert.Equal(HttpStatusCode.OK, stream.StatusCode);
            stream.Dispose();
        }

        while (true)
        {
            using var again = await anna.Api.OpenAsync(Path);
            if (again.IsSuccessStatusCode)
            {
                break;
            }
        }
    }

    private static async Task<string> NextAsync(IAsyncEnumerator<SseItem<string>> events)
    {
        do
        {
            Assert.True(await events.MoveNextAsync());
        }
        while (events.Current.EventType == "ping");

        var call = JsonNode.Parse(events.Current.Data)!;
        return $"{call["state"]} {call["transfer"]?["state"]?.GetValue<string>() ?? "-"}";
    }

    private static async Task<string> OnlyCallAsync(ApiClient api)
    {
        var list = Assert.Single((await api.GetAsync("users/me/calls").JsonAsync())["items"]!.AsArray())!;
        var told = JsonNode.Parse(Assert.Single(await ReadAsync(api, 1)).Data)!;
        Answers.AssertJson(told.ToJsonString(), list);
        return told["id"]!.GetValue<string>();
    }

    /// <summary>The next so many events, without heartbeats, and what is in the parser after each.</summary>
    private static async Task<IReadOnlyList<(string EventType, string Data, string Id)>> ReadAsync(ApiClient api, int count, string? lastEventId = null)
    {
        using var response = await api.OpenAsync(Path, lastEventId);
        return await EventsOf(response).Where(each => each.EventType != "ping").Take(count)
            .Select(each => (each.EventType, each.Data, each.EventId!)).ToListAsync(Cancellation);
    }

    private static async IAsyncEnumerable<SseItem<string>> EventsOf(HttpResponseMessage response)
    {
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        await foreach (var item in SseParser.Create(await response.Content.ReadAsStreamAsync(Cancellation)).EnumerateAsync(Cancellation))
        {
            yield return item;
        }
    }

    /// <summary>A call that a user talks in.</summary>
    /// <param name="givenBy">Who has transferred it to the user.</param>
    private async Task<string> TalkAsync(UserId user, OrganisationId? organisation = null, UserId? givenBy = null)
    {
        var call = TestCalls.In(Phase.Talking) with
        {
            Facts = TestCalls.Facts with
            {
                Id = $"2516900000000000000-{Guid.NewGuid().ToString("N")[..16]}",
                Organisation = organisation ?? tenant.Id,
            },
            PartnerUser = user,
            Transfer = givenBy is { } by
                ? TestCalls.In(Phase.Consulting).Transfer! with { By = by, State = TransferState.Completed, EndedAt = TestCalls.Now }
                : null,
        };
        Assert.NotNull(await calls.TryClaimAsync(call, Cancellation));
        var nobodys = call with { PartnerUser = (UserId?)null };
        await index.NoteAsync(nobodys, call, Cancellation);
        await index.NoteAsync(nobodys, nobodys with { FirstUser = givenBy }, Cancellation);
        return call.Facts.Id;
    }
}

using System.Net;
using System.Text.Json.Nodes;
using Koppla.Functions.OngoingCalls;
using Koppla.Functions.Security;
using Koppla.Functions.Storage;
using Koppla.Functions.SupervisedCalls;
using Koppla.Functions.Tests.Api;
using Koppla.Functions.Tests.SupervisedCalls;
using Koppla.Functions.Transfers;
using Koppla.Routing;
using Koppla.Routing.Directory;
using Koppla.Routing.Profiles;
using Koppla.Routing.Transfers;

namespace Koppla.Functions.Tests.Transfers;

/// <summary>Transfers as a person asks for them, of calls that are put straight into storage.</summary>
public sealed class TransferApiTests : IAsyncLifetime
{
    private readonly ApiFixture fixture;
    private readonly SupervisedCallStore calls;
    private readonly OngoingCallIndex index;
    private Tenant tenant = null!;
    private TenantUser anna = null!;

    public TransferApiTests(ApiFixture fixture)
    {
        this.fixture = fixture;
        var tables = new Tables(StorageServices.CreateClient(new StorageOptions { ConnectionString = fixture.ConnectionString }));
        calls = new SupervisedCallStore(tables);
        index = new OngoingCallIndex(tables, calls);
    }

    private static string Announced => To($$"""{"number":"{{Numbers.Outside.E164}}"}""");

    private static string Direct => To($$"""{"number":"{{Numbers.Outside.E164}}"}""", "direct");

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
    public async Task An_announced_transfer_is_started_seen_and_taken_back()
    {
        var call = await TalkAsync();

        var (place, begun) = await StartAsync(call, Announced);

        Assert.Equal("ringing", begun["state"]!.GetValue<string>());
        Assert.Equal(("announced", Numbers.Outside.E164), (begun["mode"]!.GetValue<string>(), begun["goesTo"]!.GetValue<string>()));
        Assert.Equal("ringing", await StateAsync(anna.Api.GetAsync(place)));
        var mine = Assert.Single((await anna.Api.GetAsync("users/me/calls").JsonAsync())["items"]!.AsArray())!;
        Assert.Equal((call, "transfer-ringing"), (mine["id"]!.GetValue<string>(), mine["state"]!.GetValue<string>()));
        Assert.Equal("ringing", mine["transfer"]!["state"]!.GetValue<string>());

        Assert.Equal("cancelled", await StateAsync(anna.Api.PostAsync($"{place}/cancel", "")));
        await anna.Api.PostAsync($"{place}/cancel", "").ProblemAsync(409, "transfer-over", "transfer");
        await anna.Api.PostAsync($"{place}/complete", "").ProblemAsync(409, "transfer-over", "transfer");
        Assert.Equal("talking", (await MineAsync())["state"]!.GetValue<string>());
    }

    [Fact]
    public async Task An_announced_transfer_that_is_completed_early_becomes_direct_and_is_not_taken_back()
    {
        var (place, _) = await StartAsync(await TalkAsync(), Announced);

        Assert.Equal("direct", await StateAsync(anna.Api.PostAsync($"{place}/complete", "")));
        await anna.Api.PostAsync($"{place}/cancel", "").ProblemAsync(409, "transfer-direct", "transfer");
        await anna.Api.PostAsync($"{place}/complete", "").ProblemAsync(409, "transfer-direct", "transfer");
    }

    [Fact]
    public async Task A_direct_transfer_to_a_colleague_is_not_taken_back()
    {
        using var colleague = await TenantUser.CreateAsync(fixture, tenant);
        var (place, begun) = await StartAsync(await TalkAsync(), To($$"""{"user":"{{colleague.Id}}"}""", "direct"));

        Assert.Equal("direct", begun["state"]!.GetValue<string>());
        Assert.Equal(colleague.Id.ToString(), begun["to"]!.GetValue<string>());
        await anna.Api.PostAsync($"{place}/cancel", "").ProblemAsync(409, "transfer-direct", "transfer");
    }

    [Fact]
    public async Task While_a_transfer_is_under_way_there_is_no_other()
    {
        var call = await TalkAsync();
        await StartAsync(call, Announced);

        await anna.Api.PostAsync($"calls/{call}/transfers", Direct).ProblemAsync(409, "transfer-under-way", "call");
    }

    [Fact]
    public async Task Of_several_that_come_at_once_one_is_taken()
    {
        var call = await TalkAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => anna.Api.PostAsync($"calls/{call}/transfers", Direct).StatusAsync()));

        Assert.Single(answers, HttpStatusCode.Created);
        Assert.Equal(5, answers.Count(status => status == HttpStatusCode.Conflict));
    }

    [Fact]
    public async Task A_call_of_somebody_else_is_not_found()
    {
        var call = await TalkAsync();
        var (place, _) = await StartAsync(call, Announced);
        using var colleague = await TenantUser.CreateAsync(fixture, tenant);
        using var other = await Tenant.CreateAsync(fixture);
        using var foreigner = await TenantUser.CreateAsync(fixture, other);

        foreach (var stranger in new[] { colleague.Api, foreigner.Api })
        {
            await stranger.PostAsync($"calls/{call}/transfers", Direct).ProblemAsync(404, "call-not-found", "call");
            await stranger.GetAsync(place).ProblemAsync(404, "transfer-not-found", "transfer");
            await stranger.PostAsync($"{place}/complete", "").ProblemAsync(404, "transfer-not-found", "transfer");
            await stranger.PostAsync($"{place}/cancel", "").ProblemAsync(404, "transfer-not-found", "transfer");
        }

        Assert.Equal("ringing", await StateAsync(anna.Api.GetAsync(place)));
    }

    [Fact]
    public async Task The_same_person_in_another_organisation_is_somebody_else()
    {
        var call = await TalkAsync();
        using var other = await Tenant.CreateAsync(fixture);
        using var same = new ApiClient(fixture, other.Id, anna.Id.Value, Policies.UserRole);

        await same.PostAsync($"calls/{call}/transfers", Direct).ProblemAsync(404, "call-not-found", "call");
    }

    [Theory]
    [InlineData("x")]
    [InlineData("0000000000000000000-0000000000000000")]
    [InlineData("'%20or%20'1'='1")]
    public async Task What_is_no_call_is_not_found(string id)
    {
        await anna.Api.PostAsync($"calls/{id}/transfers", Direct).ProblemAsync(404, "call-not-found", "call");
        await anna.Api.GetAsync($"calls/{id}/transfers/x").ProblemAsync(404, "transfer-not-found", "transfer");
        await anna.Api.PostAsync($"calls/{id}/transfers/x/complete", "").ProblemAsync(404, "call-not-found", "call");
    }

    [Fact]
    public async Task The_only_call_need_not_be_named()
    {
        await anna.Api.PostAsync("users/me/transfers", Direct).ProblemAsync(409, "no-ongoing-call");
        var call = await TalkAsync();

        var begun = await anna.Api.PostAsync("users/me/transfers", Direct).JsonAsync(HttpStatusCode.Created);

        Assert.Equal(call, begun["call"]!.GetValue<string>());
    }

    [Fact]
    public async Task Of_several_calls_one_is_to_be_named()
    {
        string[] both = [await TalkAsync(), await TalkAsync()];

        var problem = await anna.Api.PostAsync("users/me/transfers", Direct).ProblemAsync(409, "several-calls");

        Assert.Equal(both.Order(StringComparer.Ordinal), problem["candidates"]!.AsArray().Select(each => each!.GetValue<string>()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_request_that_comes_again_with_its_key_finds_the_transfer_that_it_has_begun()
    {
        var call = await TalkAsync();

        var first = await anna.Api.PostAsync($"calls/{call}/transfers", Direct, "key").JsonAsync(HttpStatusCode.Created);
        var again = await anna.Api.PostAsync($"calls/{call}/transfers", Direct, "key").JsonAsync(HttpStatusCode.Created);

        Assert.Equal(first.ToJsonString(), again.ToJsonString());
        await anna.Api.PostAsync($"calls/{call}/transfers", Announced, "key").ProblemAsync(422, "idempotency-key-reused", "Idempotency-Key");
        await anna.Api.PostAsync($"calls/{call}/transfers", Direct, "other").ProblemAsync(409, "transfer-under-way", "call");
        await anna.Api.PostAsync($"calls/{call}/transfers", Direct, new string('k', 65)).ProblemAsync(400, "idempotency-key-not-valid", "Idempotency-Key");
    }

    [Theory]
    [InlineData("complete", "cancel")]
    [InlineData("cancel", "complete")]
    public async Task A_key_that_ended_a_transfer_in_one_way_does_not_end_it_in_another(string how, string other)
    {
        var (place, _) = await StartAsync(await TalkAsync(), Announced);
        await anna.Api.PostAsync($"{place}/{how}", "", "key").JsonAsync();

        await anna.Api.PostAsync($"{place}/{other}", "", "key").ProblemAsync(422, "idempotency-key-reused", "Idempotency-Key");
    }

    [Fact]
    public async Task How_the_only_call_is_transferred_is_one_of_two_ways()
    {
        await TalkAsync();

        await anna.Api.PostAsync("users/me/transfers", To($$"""{"number":"{{Numbers.Outside.E164}}"}""", "blind"))
            .ProblemAsync(422, "word-unknown", "mode");
    }

    [Fact]
    public async Task A_colleague_who_takes_no_calls_now_is_unavailable()
    {
        using var colleague = await TenantUser.CreateAsync(
            fixture, tenant, handling => CallHandling.Always(Profile.Available(new NumberRule(RuleAction.Reject), new NumberRule(RuleAction.Reject)), [.. handling.Devices]));

        await anna.Api.PostAsync($"calls/{await TalkAsync()}/transfers", To($$"""{"user":"{{colleague.Id}}"}"""))
            .ProblemAsync(409, "target-unavailable", "to");
    }

    [Fact]
    public async Task A_request_for_the_only_call_that_comes_again_is_not_about_the_next_call()
    {
        var first = await TalkAsync();
        var begun = await anna.Api.PostAsync("users/me/transfers", Direct, "key").JsonAsync(HttpStatusCode.Created);
        await EndAsync(first);
        await TalkAsync();

        var again = await anna.Api.PostAsync("users/me/transfers", Direct, "key").JsonAsync(HttpStatusCode.Created);

        Assert.Equal((first, begun["id"]!.GetValue<string>()), (again["call"]!.GetValue<string>(), again["id"]!.GetValue<string>()));
    }

    [Fact]
    public async Task A_request_of_an_earlier_transfer_that_comes_again_begins_no_other()
    {
        var call = await TalkAsync();
        var (place, _) = await StartAsync(call, Announced, "first");
        await anna.Api.PostAsync($"{place}/cancel", "").JsonAsync();
        await StartAsync(call, Direct, "second");

        await anna.Api.PostAsync($"calls/{call}/transfers", Announced, "first").ProblemAsync(409, "transfer-over", "transfer");

        Assert.Equal("direct", (await MineAsync())["transfer"]!["state"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_refused_request_leaves_its_key_free()
    {
        await anna.Api.PostAsync("users/me/transfers", Direct, "key").ProblemAsync(409, "no-ongoing-call");
        await TalkAsync();

        await anna.Api.PostAsync("users/me/transfers", Direct, "key").JsonAsync(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Several_with_one_key_that_come_at_once_begin_one_transfer()
    {
        var call = await TalkAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => anna.Api.PostAsync($"calls/{call}/transfers", Direct, "key")));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Created, answer.StatusCode));
        Assert.Single(answers.Select(answer => answer.Headers.Location).Distinct());
    }

    [Theory]
    [InlineData("complete", "direct")]
    [InlineData("cancel", "cancelled")]
    public async Task What_is_asked_again_with_its_key_is_told_the_state_instead_of_a_conflict(string what, string state)
    {
        var (place, _) = await StartAsync(await TalkAsync(), Announced);

        Assert.Equal(state, await StateAsync(anna.Api.PostAsync($"{place}/{what}", "", "key")));
        Assert.Equal(state, await StateAsync(anna.Api.PostAsync($"{place}/{what}", "", "key")));
        Assert.Equal(HttpStatusCode.Conflict, await anna.Api.PostAsync($"{place}/{what}", "", "another").StatusAsync());
    }

    // It was listed, and not found by itself.
    [Fact]
    public async Task A_call_that_was_given_away_is_found_by_itself_as_it_is_listed()
    {
        var call = await TalkAsync();
        await StartAsync(call, Direct);
        await ChangeAsync(call, now => now with { PartnerUser = null, Transfer = now.Transfer! with { State = TransferState.Completed } });

        var listed = await MineAsync();
        var found = await anna.Api.GetAsync($"users/me/calls/{call}").JsonAsync();

        Assert.Equal("left", found["state"]!.GetValue<string>());
        Assert.Equal(listed.ToJsonString(), found.ToJsonString());
    }

    [Fact]
    public async Task A_call_in_which_nobody_talks_is_not_transferred() => await anna.Api
        .PostAsync($"calls/{await TalkAsync(Phase.Ending)}/transfers", Direct).ProblemAsync(409, "call-not-connected", "call");

    [Theory]
    [InlineData("112")]
    [InlineData("+46112")]
    [InlineData("+4690010")]
    [InlineData("0944123456")]
    [InlineData("+870773111632")]
    [InlineData("0781234567")]
    public async Task A_forbidden_destination_is_refused_by_name(string number)
    {
        var call = await TalkAsync();

        using var answer = await anna.Api.PostAsync($"calls/{call}/transfers", To($$"""{"number":"{{number}}"}"""));

        var problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("to.number", Assert.Single(problem["errors"]!.AsObject()).Key);
        Assert.Equal("talking", (await MineAsync())["state"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_colleague_who_is_not_there_is_refused()
    {
        var call = await TalkAsync();
        using var other = await Tenant.CreateAsync(fixture);
        using var foreigner = await TenantUser.CreateAsync(fixture, other);

        await anna.Api.PostAsync($"calls/{call}/transfers", To($$"""{"user":"{{foreigner.Id}}"}""")).ProblemAsync(422, "colleague-not-found", "to.user");
        await anna.Api.PostAsync($"calls/{call}/transfers", To($$"""{"user":"{{anna.Id}}"}""")).ProblemAsync(422, "colleague-is-self", "to.user");
        await anna.Api.PostAsync($"calls/{call}/transfers", To($$"""{"number":"{{Numbers.Caller.E164}}"}""")).ProblemAsync(422, "target-in-call", "to");
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{"mode":"direct"}""")]
    [InlineData("""{"to":{},"mode":"direct"}""")]
    [InlineData("""{"to":{"number":"0701740660"}}""")]
    [InlineData("""{"to":{"number":"0701740660"},"mode":"blind"}""")]
    [InlineData("""{"to":{"number":"0701740660"},"mode":1}""")]
    [InlineData("""{"to":"0701740660","mode":"direct"}""")]
    [InlineData("""{"to":{"number":"0701740660","user":"5d0c1f4e-8b1e-4c55-9a55-0f2a6f0c7b01"},"mode":"direct"}""")]
    [InlineData("""{"to":{"number":"0701740660"},"mode":"direct","timeoutSeconds":4}""")]
    [InlineData("""{"to":{"number":"0701740660"},"mode":"direct","timeoutSeconds":61}""")]
    [InlineData("""{"to":{"number":"0701740660"},"mode":"announced","needsKey":true}""")]
    [InlineData("""{"to":{"number":"0701740660"},"mode":"direct","by":"somebody"}""")]
    [InlineData("""{"to":{"number":"0701740660"},"mode":"direct","mode":"announced"}""")]
    public async Task A_body_that_is_not_what_it_should_be_starts_nothing(string body)
    {
        var call = await TalkAsync();

        var status = await anna.Api.PostAsync($"calls/{call}/transfers", body).StatusAsync();

        Assert.Contains(status, (HttpStatusCode[])[HttpStatusCode.BadRequest, HttpStatusCode.UnprocessableEntity]);
        Assert.Null((await MineAsync())["transfer"]);
    }

    [Fact]
    public async Task A_direct_transfer_has_the_policy_and_the_devices_of_the_transferor()
    {
        await anna.Api.PutAsync("users/me/transfer-policy", """{"onBusy":{"step":"announce"}}""").JsonAsync(HttpStatusCode.Created);
        var call = await TalkAsync();

        await StartAsync(call, $$"""{"to":{"number":"{{Numbers.Outside.E164}}"},"mode":"direct","needsKey":true}""");

        var transfer = (await calls.ReadAsync(call, TestContext.Current.CancellationToken))!.Value.Transfer!;
        Assert.Equal((FailureStep.Announce, FailureStep.Recall), (transfer.Policy.OnBusy.Step, transfer.Policy.OnDeclined.Step));
        Assert.Equal(["8:acs:anna", Numbers.OtherOutside.E164], transfer.Recall.Select(leg => leg.Target.AsText()));
        Assert.Equal(Numbers.Caller, transfer.Recall[1].CallerId);
        Assert.True(transfer.NeedsKey);
    }

    private static string To(string target, string mode = "announced") => $$"""{"to":{{target}},"mode":"{{mode}}"}""";

    private static async Task<string> StateAsync(Task<HttpResponseMessage> pending) => (await pending.JsonAsync())["state"]!.GetValue<string>();

    private async Task<(string Place, JsonObject Begun)> StartAsync(string call, string body, string? key = null)
    {
        var begun = await anna.Api.PostAsync($"calls/{call}/transfers", body, key).JsonAsync(HttpStatusCode.Created);
        return ($"calls/{call}/transfers/{begun["id"]!.GetValue<string>()}", begun);
    }

    private async Task<JsonNode> MineAsync() =>
        Assert.Single((await anna.Api.GetAsync("users/me/calls").JsonAsync())["items"]!.AsArray())!;

    private Task EndAsync(string call) => ChangeAsync(call, now => now with { Phase = Phase.Ended });

    private async Task ChangeAsync(string call, Func<SupervisedCall, SupervisedCall> change)
    {
        var stored = await calls.ReadAsync(call, TestContext.Current.CancellationToken);
        Assert.NotNull(await calls.TryChangeAsync(change(stored!.Value), stored.ETag, TestContext.Current.CancellationToken));
    }

    /// <summary>A call that Anna has answered and talks in.</summary>
    private async Task<string> TalkAsync(Phase phase = Phase.Talking)
    {
        var call = TestCalls.In(Phase.Talking) with
        {
            Phase = phase,
            Facts = TestCalls.Facts with { Id = $"2516900000000000000-{Guid.NewGuid().ToString("N")[..16]}", Organisation = tenant.Id },
            PartnerUser = anna.Id,
        };
        await index.NoteAsync(call with { PartnerUser = (UserId?)null }, call, TestContext.Current.CancellationToken);
        Assert.NotNull(await calls.TryClaimAsync(call, TestContext.Current.CancellationToken));
        return call.Facts.Id;
    }
}

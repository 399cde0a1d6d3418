using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Koppla.Simulator.Telephones;

namespace Koppla.EndToEnd.Tests.Transfers;

/// <summary>A call has one transfer at a time, and only those who are in it see it.</summary>
public sealed class OneAtATimeTests(StackFixture fixture)
{
    private static readonly StageNumbers Numbers = StageNumbers.Take();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_two_that_are_asked_for_at_once_one_begins()
    {
        using var stage = await TalkAsync();

        var answers = await Task.WhenAll(stage.PostTransferAsync("announced"), stage.PostTransferAsync("direct"));

        Assert.Equal(
            [HttpStatusCode.Created, HttpStatusCode.Conflict], answers.Select(answer => answer.StatusCode).Order());
        var refused = await answers.Single(answer => !answer.IsSuccessStatusCode).Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        Assert.Equal("urn:koppla:problem:transfer-under-way", refused.GetProperty("type").GetString());
        await stage.RingsAsync(stage.C);
        await stage.Call.HangUpAsync();
        await stage.Call.HangUpAsync(stage.B);
        await stage.OverAsync(stage.B);
        Assert.Single(stage.Call.Timeline, entry => entry.Text == $"telephone {stage.C} rings");
    }

    [Fact]
    public async Task A_second_one_is_refused()
    {
        using var stage = await TalkAsync();
        await stage.BeginAsync("announced");

        using var second = await stage.PostTransferAsync("announced", TestNumbers.External());

        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        Assert.Equal("cancelled", await stage.AskAsync("cancel"));
        await stage.AreThereAsync([stage.A, stage.B]);
        await stage.EndAsync(stage.A, stage.B);
    }

    [Fact]
    public async Task Others_do_not_see_the_call()
    {
        using var stage = await TalkAsync();
        await stage.BeginAsync("announced");
        using var other = stage.AsC();

        using var read = await other.GetAsync();
        using var begun = await other.PostTransferAsync("direct", TestNumbers.External());

        Assert.Equal(HttpStatusCode.NotFound, read.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, begun.StatusCode);
        Assert.Equal("404 transfer-not-found", await other.AskAsync("complete"));
        Assert.Equal("cancelled", await stage.AskAsync("cancel"));
        await stage.AreThereAsync([stage.A, stage.B]);
        await stage.EndAsync(stage.B, stage.B);
    }

    private Task<TransferStage> TalkAsync() =>
        TransferStage.TalkAsync(fixture.Stack, fixture.Tenant, Numbers, TelephoneScript.NoAnswer());
}

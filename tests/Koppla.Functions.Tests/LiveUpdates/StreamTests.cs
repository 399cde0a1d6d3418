using Azure;
using Koppla.Functions.LiveUpdates;
using Koppla.Functions.Tests.IncomingCalls;

namespace Koppla.Functions.Tests.LiveUpdates;

/// <summary>A stream in its course: when it looks, what it sends, and when it ends.</summary>
public sealed class StreamTests : IAsyncDisposable
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Fifth = TimeSpan.FromSeconds(5);

    private readonly StreamStage stage = new();

    public ValueTask DisposeAsync() => stage.DisposeAsync();

    [Fact]
    public async Task First_it_says_when_to_come_back_and_then_what_is()
    {
        await stage.PutAsync(StreamStage.Talking);

        await stage.OpenAsync();

        Assert.Equal("ping 1, talking", stage.Sent());
    }

    [Fact]
    public async Task What_the_client_has_seen_is_not_sent_again()
    {
        await stage.PutAsync(StreamStage.Talking);
        var view = CallView.Of(StreamStage.Talking, Exchange.Anna);

        await stage.OpenAsync(Views.Seen([view]));

        Assert.Equal("ping 1", stage.Sent());
    }

    [Fact]
    public async Task It_looks_every_fifth_second_and_every_second_while_a_call_goes_on()
    {
        Assert.Equal(Fifth, await stage.OpenAsync());
        await stage.PutAsync(StreamStage.Talking);

        Assert.Equal(Second, await stage.PassAsync(Fifth));
        Assert.Equal("ping 1, talking", stage.Sent());
        await stage.PutAsync(StreamStage.Over);
        Assert.Equal(Fifth, await stage.PassAsync(Second));

        Assert.Equal("ended", stage.Sent());
        Assert.Equal(Fifth, await stage.PassAsync(Fifth));
        Assert.Equal("", stage.Sent());
    }

    [Fact]
    public async Task A_signal_makes_it_look_at_once()
    {
        await stage.OpenAsync();
        await stage.PutAsync(StreamStage.Talking);

        stage.Signal();

        Assert.Equal(Second, await stage.NextWaitAsync());
        Assert.Equal("ping 1, talking", stage.Sent());
    }

    [Fact]
    public async Task A_call_that_is_forgotten_is_told_to_be_gone()
    {
        await stage.PutAsync(StreamStage.Over);
        await stage.OpenAsync();
        await stage.ForgetAsync(StreamStage.Over);

        await stage.PassAsync(Fifth);

        Assert.Equal("ping 1, ended, call-gone", stage.Sent());
    }

    [Fact]
    public async Task After_fifteen_quiet_seconds_there_is_a_heartbeat()
    {
        await stage.OpenAsync();
        Assert.Equal("ping 1", stage.Sent());
        await stage.PassAsync(Fifth);
        await stage.PassAsync(Fifth);
        Assert.Equal("", stage.Sent());

        await stage.PassAsync(Fifth);

        Assert.Equal("ping", stage.Sent());
        await stage.PassAsync(Fifth);
        Assert.Equal("", stage.Sent());
    }

    [Fact]
    public async Task It_ends_by_itself_before_anybody_ends_it()
    {
        await stage.OpenAsync();
        for (var passed = Fifth; passed < LiveUpdateStream.Length; passed += Fifth)
        {
            await stage.PassAsync(Fifth);
        }

        Assert.False(stage.Ended.IsCompleted);
        stage.Advance(Fifth);

        await stage.Ended.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        Assert.Equal("ping 1, " + string.Join(", ", Enumerable.Repeat("ping", 13)), stage.Sent());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task It_ends_at_once_when_the_client_leaves_or_the_host_stops(bool hostStops)
    {
        await stage.OpenAsync();

        await (hostStops ? stage.StopHostAsync() : stage.HangUpAsync());

        await stage.Ended.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData("query usercalls")]
    [InlineData("read supervisedcalls")]
    public async Task Storage_that_is_away_costs_neither_the_stream_nor_what_was_seen(string fails)
    {
        await stage.PutAsync(StreamStage.Talking);
        await stage.OpenAsync();
        Assert.Equal("ping 1, talking", stage.Sent());
        stage.Storage.Before = operation =>
        {
            if (operation == fails)
            {
                throw new RequestFailedException("Nobody is there.");
            }
        };

        for (var passed = 1; passed <= 15; passed++)
        {
            Assert.Equal(Second, await stage.PassAsync(Second));
        }

        Assert.Equal("ping", stage.Sent());
        stage.Storage.Before = _ => { };
        await stage.PassAsync(Second);
        Assert.Equal("", stage.Sent());
        await stage.PutAsync(StreamStage.Over);
        await stage.PassAsync(Second);
        Assert.Equal("ended", stage.Sent());
    }

    [Fact]
    public async Task One_that_begins_without_storage_tells_when_it_is_back()
    {
        await stage.PutAsync(StreamStage.Talking);
        stage.Storage.Before = _ => throw new RequestFailedException("Nobody is there.");
        Assert.Equal(Fifth, await stage.OpenAsync());
        Assert.Equal("ping 1", stage.Sent());
        stage.Storage.Before = _ => { };

        await stage.PassAsync(Fifth);

        Assert.Equal("talking", stage.Sent());
    }
}

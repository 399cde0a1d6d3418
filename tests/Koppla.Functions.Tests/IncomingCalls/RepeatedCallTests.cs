using System.Text.Json.Nodes;
using Azure;
using Koppla.Functions.Calls;
using Koppla.Functions.IncomingCalls;
using Koppla.Functions.Telephony;
using NodaTime;

namespace Koppla.Functions.Tests.IncomingCalls;

/// <summary>Deliveries that come more than once, and those that must.</summary>
public sealed class RepeatedCallTests
{
    private static readonly CommandResult Timeout = new(CommandStatus.Unknown, "timeout");

    [Theory]
    [InlineData(2)]
    [InlineData(50)]
    public async Task Repeated_events_repeat_one_command_and_leave_one_record(int times)
    {
        using var exchange = await new Exchange().FilledAsync();
        var call = new TestCall();

        var handled = await Task.WhenAll(Enumerable.Range(0, times).Select(i => Task.Run(
            () => exchange.DeliverAsync(TestCall.Batch(i % 2 == 0 ? call.EventGridEvent() : call.CloudEvent())))));

        Assert.All(handled, handling => Assert.Equal(Handling.Done, handling));
        Assert.Single(exchange.Provider.Sent.Select(command => command.Id).Distinct());
        Assert.Single(exchange.Records);
    }

    [Fact]
    public async Task A_late_repetition_leaves_the_true_outcome_in_place()
    {
        using var exchange = await new Exchange().FilledAsync();
        await exchange.DeliverAsync(new TestCall());
        exchange.Clock.Advance(Duration.FromSeconds(61));

        Assert.Equal(Handling.Done, await exchange.DeliverAsync(new TestCall()));

        Assert.Single(exchange.Provider.Sent);
        Assert.Equal(CallOutcome.Redirected, Assert.Single(exchange.Records).Outcome);
    }

    [Fact]
    public async Task A_record_that_cannot_be_written_asks_for_the_event_again_and_is_then_written_without_a_second_decision()
    {
        using var exchange = await new Exchange().FilledAsync();
        exchange.Storage.BeforeInsert = _ => throw new RequestFailedException(503, "Busy.");

        Assert.Equal(Handling.TryAgain, await exchange.DeliverAsync(new TestCall()));
        Assert.Equal(Handling.TryAgain, await exchange.DeliverAsync(new TestCall()));
        Assert.Empty(exchange.Records);

        exchange.Storage.BeforeInsert = _ => Task.CompletedTask;
        exchange.Storage.ClearLog();
        exchange.Clock.AdvanceSeconds(30);
        Assert.Equal(Handling.Done, await exchange.DeliverAsync(new TestCall()));

        Assert.Equal(["insert calls"], exchange.Storage.Log);
        Assert.Single(exchange.Provider.Sent);
        Assert.Equal(CallOutcome.Redirected, Assert.Single(exchange.Records).Outcome);
    }

    [Fact]
    public async Task A_record_that_could_not_be_written_is_written_when_storage_is_back_even_if_the_event_never_returns()
    {
        using var exchange = await new Exchange().FilledAsync();
        exchange.Storage.BeforeInsert = _ => throw new RequestFailedException(503, "Busy.");
        await exchange.DeliverAsync(new TestCall());
        var written = new TaskCompletionSource();
        exchange.Storage.BeforeInsert = _ => Task.CompletedTask;
        exchange.Storage.AfterInsert = () => written.TrySetResult();

        await exchange.Recorder.StartAsync(TestContext.Current.CancellationToken);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!written.Task.IsCompleted)
        {
            limit.Token.ThrowIfCancellationRequested();
            exchange.Time.Advance(TimeSpan.FromSeconds(5));
            await Task.Yield();
        }

        await exchange.Recorder.StopAsync(TestContext.Current.CancellationToken);

        Assert.Single(exchange.Records);
    }

    [Fact]
    public async Task A_lost_acknowledgement_of_the_record_leaves_one_record()
    {
        using var exchange = await new Exchange().FilledAsync();
        exchange.Storage.AfterInsert = () => throw new TaskCanceledException("The answer was lost.");

        Assert.Equal(Handling.TryAgain, await exchange.DeliverAsync(new TestCall()));
        Assert.Equal(Handling.Done, await exchange.DeliverAsync(new TestCall()));

        Assert.Single(exchange.Records);
        Assert.Single(exchange.Provider.Sent);
    }

    // Event Grid waits 30 s; a storage that asks us to wait an hour must not keep the delivery that long.
    [Fact]
    public async Task A_record_that_hangs_is_given_up_and_asked_for_again()
    {
        using var exchange = await new Exchange().FilledAsync();
        var inserting = new TaskCompletionSource();
        exchange.Storage.BeforeInsert = async cancellation =>
        {
            inserting.TrySetResult();
            await Task.Delay(System.Threading.Timeout.InfiniteTimeSpan, cancellation);
        };

        var handling = exchange.DeliverAsync(new TestCall());
        await inserting.Task;
        exchange.Time.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal(Handling.TryAgain, await handling.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task When_the_provider_does_not_answer_the_event_must_come_again_and_repeats_the_same_command()
    {
        using var exchange = await new Exchange().FilledAsync();
        exchange.Provider.Answer = (_, _) => Task.FromResult(Timeout);
        Assert.Equal(Handling.TryAgain, await exchange.DeliverAsync(new TestCall()));
        Assert.Empty(exchange.Records);

        exchange.Provider.Answer = (_, _) => Task.FromResult(CommandResult.Accepted);
        Assert.Equal(Handling.Done, await exchange.DeliverAsync(new TestCall()));

        Assert.Equal(2, exchange.Provider.Sent.Count);
        Assert.Single(exchange.Provider.Sent.Select(command => command.Id).Distinct());
        Assert.Single(exchange.Records);
    }

    [Fact]
    public async Task A_caller_who_hung_up_is_recorded_as_gone()
    {
        using var exchange = await new Exchange().FilledAsync();
        exchange.Provider.Answer = (_, _) => Task.FromResult(new CommandResult(CommandStatus.CallGone, "404/8522"));

        Assert.Equal(Handling.Done, await exchange.DeliverAsync(new TestCall()));

        Assert.Equal(CallOutcome.CallerGone, Assert.Single(exchange.Records).Outcome);
        Assert.Single(exchange.Provider.Sent);
    }

    [Fact]
    public async Task One_failed_call_of_a_batch_brings_the_batch_again_and_harms_no_other()
    {
        using var exchange = await new Exchange().FilledAsync();
        exchange.Provider.Answer = (command, _) => Task.FromResult(command.Handle == "1" ? Timeout : CommandResult.Accepted);
        var batch = TestCall.Batch(Enumerable.Range(0, 3).Select(i => new TestCall { Handle = $"{i}" }.EventGridEvent()));

        Assert.Equal(Handling.TryAgain, await exchange.DeliverAsync(batch));
        Assert.Equal(2, exchange.Records.Count);

        exchange.Provider.Answer = (_, _) => Task.FromResult(CommandResult.Accepted);
        Assert.Equal(Handling.Done, await exchange.DeliverAsync(batch));
        Assert.Equal(3, exchange.Records.Count);
    }

    [Fact]
    public async Task A_malformed_event_of_a_batch_harms_no_other()
    {
        using var exchange = await new Exchange().FilledAsync();
        var batch = TestCall.Batch(new JsonObject(), new TestCall().EventGridEvent());

        Assert.Equal(Handling.Malformed, await exchange.DeliverAsync(batch));

        Assert.Equal(CallOutcome.Redirected, Assert.Single(exchange.Records).Outcome);
    }

    [Fact]
    public async Task An_event_to_be_had_again_outweighs_a_malformed_one()
    {
        using var exchange = await new Exchange().FilledAsync();
        exchange.Provider.Answer = (_, _) => Task.FromResult(Timeout);

        Assert.Equal(Handling.TryAgain, await exchange.DeliverAsync(TestCall.Batch(new TestCall().EventGridEvent(), new JsonObject())));
    }

    // Storage would refuse such a record for ever, and Event Grid would be asked for the event again and again.
    [Theory]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("1600-12-31T23:59:59Z")]
    public async Task An_event_from_before_the_calendar_of_storage_is_malformed(string time)
    {
        using var exchange = await new Exchange().FilledAsync();
        var call = new TestCall().EventGridEvent();
        call["eventTime"] = time;

        Assert.Equal(Handling.Malformed, await exchange.DeliverAsync(TestCall.Batch(call)));
    }

    [Fact]
    public async Task A_correlation_id_too_long_to_be_one_is_cut()
    {
        using var exchange = await new Exchange().FilledAsync();
        var call = new TestCall().EventGridEvent();
        call["data"]!["correlationId"] = new string('x', 40_000);

        Assert.Equal(Handling.Done, await exchange.DeliverAsync(TestCall.Batch(call)));

        Assert.InRange(Assert.Single(exchange.Records).CorrelationId.Length, 1, 1000);
    }
}

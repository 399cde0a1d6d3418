using Azure;
using Koppla.Functions.Calls;
using Koppla.Functions.IncomingCalls;
using Koppla.Functions.SupervisedCalls;
using Koppla.Functions.Telephony;
using Koppla.Routing.Profiles;
using NodaTime;

namespace Koppla.Functions.Tests.IncomingCalls;

/// <summary>Calls that are answered in order to be followed up: claimed first, then answered, and what is done when that fails.</summary>
public sealed class AnsweredCallTests : IAsyncLifetime
{
    private static readonly NumberRule Conditional = NumberRule.Ring with
    {
        OnBusy = new ConditionalRule(ConditionAction.Forward, Destination.Of(Numbers.Outside), Enabled: true),
    };

    private static readonly NumberRule Referral = new(RuleAction.Referral);

    private readonly Exchange exchange = new();

    private SupervisedCall Claim => Assert.Single(exchange.SupervisedCalls);

    public async ValueTask InitializeAsync()
    {
        await exchange.OrganisationAsync();
        await exchange.UserAsync(Conditional, Exchange.App);
        exchange.Storage.ClearLog();
    }

    public ValueTask DisposeAsync()
    {
        exchange.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_call_that_is_followed_up_is_claimed_with_one_insert_and_answered_and_recorded_when_it_ends()
    {
        Assert.Equal(Handling.Done, await exchange.CallAsync(Numbers.Fixed));

        Assert.Equal(["insert supervisedcalls", "answer"], exchange.Storage.Log.Where(line => !line.StartsWith("read ", StringComparison.Ordinal)));
        Assert.Equal(Phase.Answering, Claim.Phase);
        Assert.Empty(exchange.Records);
    }

    [Fact]
    public async Task The_events_of_an_answered_call_go_to_a_path_that_nobody_can_guess()
    {
        await exchange.CallAsync(Numbers.Fixed);

        var claim = Claim;
        Assert.Equal($"https://koppla.example/api/hooks/calls/{claim.Facts.Id}/{claim.Facts.Secret}", exchange.Provider.Callback!.AbsoluteUri);
        Assert.True(claim.Facts.Secret.Length >= 32);
    }

    [Fact]
    public async Task A_call_that_cannot_be_claimed_is_not_answered_but_still_rings()
    {
        exchange.Storage.Before = operation => Fail(operation == "insert supervisedcalls");

        Assert.Equal(Handling.Done, await exchange.CallAsync(Numbers.Fixed));

        Assert.Equal(["redirect 8:acs:1_anna"], exchange.Provider.Asked);
        var record = Assert.Single(exchange.Records);
        Assert.Equal(CallOutcome.Redirected, record.Outcome);
        Assert.Equal(
            [("answer", CommandStatus.Refused), ("redirect", CommandStatus.Accepted)], record.Commands.Select(note => (note.Command, note.Status)));
    }

    [Fact]
    public async Task A_call_that_may_not_be_answered_is_let_go_and_still_rings()
    {
        AnswerWith(CommandStatus.Refused);

        Assert.Equal(Handling.Done, await exchange.CallAsync(Numbers.Fixed));

        Assert.Equal(["answer", "redirect 8:acs:1_anna"], exchange.Provider.Asked);
        Assert.Empty(exchange.Storage.In("supervisedcalls"));
        Assert.Equal(CallOutcome.Redirected, Assert.Single(exchange.Records).Outcome);
    }

    [Fact]
    public async Task A_referral_that_cannot_be_given_is_busy()
    {
        await exchange.UserAsync(Referral);
        AnswerWith(CommandStatus.Refused);

        Assert.Equal(Handling.Done, await exchange.CallAsync(Numbers.Fixed));

        Assert.Equal(["answer", "reject Busy"], exchange.Provider.Asked);
    }

    [Fact]
    public async Task A_caller_who_hung_up_before_the_answer_is_recorded_as_gone_and_leaves_no_claim()
    {
        AnswerWith(CommandStatus.CallGone);

        Assert.Equal(Handling.Done, await exchange.CallAsync(Numbers.Fixed));

        Assert.Equal(["answer"], exchange.Provider.Asked);
        Assert.Equal(CallOutcome.CallerGone, Assert.Single(exchange.Records).Outcome);
        Assert.Empty(exchange.Storage.In("supervisedcalls"));
    }

    [Fact]
    public async Task When_nobody_knows_whether_it_was_answered_the_event_comes_again_and_repeats_the_same_answer()
    {
        AnswerWith(CommandStatus.Unknown);
        Assert.Equal(Handling.TryAgain, await exchange.CallAsync(Numbers.Fixed));

        AnswerWith(CommandStatus.Accepted);
        Assert.Equal(Handling.Done, await exchange.CallAsync(Numbers.Fixed));

        Assert.Equal(["answer", "answer"], exchange.Provider.Asked);
        Assert.Single(exchange.Provider.Sent.Select(command => command.Id).Distinct());
        Assert.Equal(Phase.Answering, Claim.Phase);
        Assert.Empty(exchange.Records);
    }

    [Fact]
    public async Task An_event_that_comes_again_when_the_call_is_connected_does_nothing()
    {
        await exchange.CallAsync(Numbers.Fixed);
        await exchange.ConnectAsync();
        var before = exchange.Provider.Sent.Count;

        Assert.Equal(Handling.Done, await exchange.CallAsync(Numbers.Fixed));

        Assert.Equal(before, exchange.Provider.Sent.Count);
        Assert.Equal(Phase.Ringing, Claim.Phase);
    }

    // It was recorded as stale, and the outcome of the call, which came later, was then not taken.
    [Fact]
    public async Task An_event_that_comes_again_too_late_does_not_record_a_call_that_goes_on()
    {
        await exchange.CallAsync(Numbers.Fixed);
        await exchange.ConnectAsync();
        exchange.Clock.Advance(Duration.FromSeconds(30));

        Assert.Equal(Handling.Done, await exchange.CallAsync(Numbers.Fixed));

        Assert.Empty(exchange.Records);
    }

    [Fact]
    public async Task A_late_event_of_a_call_that_may_go_on_is_asked_for_again_while_storage_is_away()
    {
        await exchange.CallAsync(Numbers.Fixed);
        exchange.Clock.Advance(Duration.FromSeconds(30));
        exchange.Storage.Before = operation => Fail(operation == "read supervisedcalls");

        Assert.Equal(Handling.TryAgain, await exchange.CallAsync(Numbers.Fixed));
        Assert.Empty(exchange.Records);
    }

    [Fact]
    public async Task Of_two_deliveries_at_once_one_claims_the_call_and_both_send_the_same_answer()
    {
        var handled = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => exchange.CallAsync(Numbers.Fixed))));

        Assert.All(handled, handling => Assert.Equal(Handling.Done, handling));
        Assert.Single(exchange.Storage.In("supervisedcalls"));
        Assert.Single(exchange.Provider.Sent.Select(command => command.Id).Distinct());
    }

    private static void Fail(bool now)
    {
        if (now)
        {
            throw new RequestFailedException(503, "Busy.");
        }
    }

    private void AnswerWith(CommandStatus status) => exchange.Provider.Answer = (command, _) =>
        Task.FromResult(command.What == "answer" ? new CommandResult(status, "code") : CommandResult.Accepted);
}

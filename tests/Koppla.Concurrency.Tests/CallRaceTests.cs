using Koppla.Functions.SupervisedCalls;
using Koppla.Functions.Telephony;
using Koppla.Functions.Transfers;
using Microsoft.Coyote.Specifications;

namespace Koppla.Concurrency.Tests;

/// <summary>What happens to one call at the same moment, on instances that share nothing but the tables.</summary>
public sealed class CallRaceTests
{
    [Fact]
    public void Two_deliveries_of_a_call_claim_it_once_and_answer_it_with_one_command() => Assert.Null(Exploration.Find(async () =>
    {
        var core = new Core();

        var results = await Task.WhenAll(core.AnswerAsync(), core.AnswerAsync());

        Specification.Assert(Array.TrueForAll(results, result => result.Status == CommandStatus.Accepted), "both are taken for answered");
        Specification.Assert(core.Provider.Done is ["answer"], string.Join(", ", core.Provider.Done));
        Specification.Assert(core.Provider.Callbacks.Count == 1, "the events go to one address");
        Specification.Assert(core.Calls.Count() == 1, "there is one call");
    }));

    [Fact]
    public void Of_two_transfers_that_are_asked_for_at_once_one_begins() => Assert.Null(Exploration.Find(() => TwoTransfersAsync(new Core())));

    /// <summary>The explorer can fail: this is what it finds when a change goes through whatever was changed before.</summary>
    [Fact]
    public void Without_versions_both_of_two_transfers_begin_and_it_is_found_out()
    {
        var found = Exploration.Find(() => TwoTransfersAsync(new Core(checksVersions: false)));

        Assert.Contains("2 transfers began", found, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Whatever_ends_a_transfer_at_once_it_ends_in_one_way(bool consults) => Assert.Null(Exploration.Find(async () =>
    {
        var core = new Core().Transferring(consults: consults);

        var asked = new[] { core.CompleteAsync(), core.CancelAsync() };
        await Task.WhenAll(
            [.. asked, core.TellAsync(Core.AreThere("b-left", consults ? [Core.A, Core.C] : [Core.A])), core.TellAsync(consults ? Core.AreThere("c-left", Core.A, Core.B) : Core.Declines("c-declined", "2.0"))]);

        var call = core.Call;
        var taken = (await Task.WhenAll(asked)).Count(each => each);
        Specification.Assert(call.Transfer!.IsFinal || call.Phase is Phase.DirectRinging or Phase.Recalling, $"{call.Phase} {call.Transfer.State}");
        Specification.Assert(!consults || taken <= 1, $"{taken} were taken");
        AssertCommandsFit(core);
    }));

    [Fact]
    public void The_sweeper_and_a_late_event_do_not_both_have_their_way() => Assert.Null(Exploration.Find(async () =>
    {
        var core = new Core().Transferring(TransferMode.Direct);
        core.Clock.AdvanceSeconds(60);
        core.Provider.Participants = [Core.A];

        await Task.WhenAll(core.SweepAsync(), core.TellAsync(Core.Joins("c-answered", Core.C, "2.0")));

        var call = core.Call;
        Specification.Assert(call.Phase == Phase.Talking && call.Transfer!.State == TransferState.Completed, $"{call.Phase} {call.Transfer!.State}");
        Specification.Assert(
            !core.Provider.Done.Contains($"invite {Core.B.AsText()}") || core.Provider.Done.Exists(each => each.StartsWith("cancel", StringComparison.Ordinal)),
            $"B rings on: {string.Join(", ", core.Provider.Done)}");
    }));

    private static async Task TwoTransfersAsync(Core core)
    {
        await core.TalkingAsync();

        var begun = await Task.WhenAll(core.StartTransferAsync(TransferMode.Announced), core.StartTransferAsync(TransferMode.Direct));

        var count = begun.Count(each => each);
        Specification.Assert(count == 1, $"{count} transfers began");
        Specification.Assert(core.Provider.Done.Count(each => each.StartsWith("invite", StringComparison.Ordinal)) == 1, "C is rung once");
    }

    /// <summary>Nobody who talks is removed or on hold, and whoever rings or is held is waited for.</summary>
    private static void AssertCommandsFit(Core core)
    {
        var call = core.Call;
        if (call.Phase != Phase.Talking)
        {
            return;
        }

        foreach (var who in new[] { call.First, call.Partner! })
        {
            Specification.Assert(!core.Provider.Done.Contains($"remove {who.AsText()}"), $"{who.AsText()} was removed from {call.Transfer!.State}: {string.Join(", ", core.Provider.Done)}");
        }

        Specification.Assert(core.Provider.Done.Contains($"unhold {Core.A.AsText()}"), "A is off hold");
    }
}

using Koppla.Functions.OngoingCalls;
using Koppla.Functions.SupervisedCalls;
using Koppla.Functions.Telephony.CallEvents;
using Koppla.Functions.Tests.IncomingCalls;
using Koppla.Functions.Tests.Transfers;
using Koppla.Functions.Transfers;
using Koppla.Routing;

namespace Koppla.Functions.Tests.LiveUpdates;

/// <summary>What those see of a call who have given it away.</summary>
public sealed class LeftCallTests
{
    private readonly Tale tale = new();

    [Fact]
    public void Whoever_has_given_a_call_away_sees_how_that_went_and_no_more()
    {
        Give();
        var left = AnnaSees();
        Assert.Equal(("left", "completed", tale.A.AsText()), (left.State, left.Transfer?.State, left.With));
        Assert.Equal(left.Transfer?.EndedAt, left.EndedAt);

        tale.AreThere(tale.A);
        tale.Happens(new Disconnected("gone", SupervisedCalls.TestCalls.Connection, null, tale.Now, "200/5000"));

        Assert.Equal(Phase.Ended, tale.Call.Phase);
        Assert.Equal(left, AnnaSees());
    }

    [Fact]
    public void While_the_target_rings_and_while_she_is_rung_again_the_transferor_sees_it()
    {
        tale.Begin(TransferMode.Direct);
        Assert.Equal(("direct-ringing", "direct", null), Told());

        tale.Fails(LegFailure.Busy);
        Assert.Equal(("recalling", "recalling", "busy"), Told());
        Assert.Null(AnnaSees().EndedAt);

        tale.Answers(tale.B);
        Assert.Equal(("talking", "failed", "busy"), Told());
    }

    [Fact]
    public void A_transferor_who_does_not_answer_the_recalls_sees_that_it_failed()
    {
        tale.Begin(TransferMode.Direct);
        tale.Fails(LegFailure.Busy);
        tale.Fails(LegFailure.NoAnswer);
        tale.Waits(tale.A);
        tale.Fails(LegFailure.NoAnswer);

        Assert.Equal(Phase.Parting, tale.Call.Phase);
        Assert.Equal(("left", "failed", "busy"), Told());
    }

    [Fact]
    public void A_call_that_is_given_on_shows_each_her_own_transfer()
    {
        Give();
        var left = AnnaSees();

        GiveOn(Tale.Colleague);

        Assert.Equal("ringing", tale.Call.Transfer?.State.ToString().ToLowerInvariant());
        Assert.Equal(left, AnnaSees());
        Assert.Contains(Exchange.Anna, tale.Call.Viewers);
        Assert.False(tale.Call.IsOf(Exchange.Anna));
    }

    [Fact]
    public void A_call_that_is_given_on_and_on_forgets_those_who_gave_it_first()
    {
        Give();
        for (var i = 0; i < 10; i++)
        {
            GiveOn(new UserId(Guid.NewGuid()));
        }

        Assert.Equal(4, tale.Call.EarlierTransfers.Length);
        Assert.DoesNotContain(Exchange.Anna, tale.Call.Users);
    }

    /// <summary>Anna gives the call to the target.</summary>
    private void Give()
    {
        tale.Begin(TransferMode.Announced);
        tale.Answers(Tale.C);
        tale.Complete();
    }

    /// <summary>The other, who has the call now, begins to give it on; never mind how that ends.</summary>
    private void GiveOn(UserId by) => tale.Do(call => CallMachine.BeginTransfer(
        call with { PartnerUser = by }, call.Transfer! with { Id = $"by-{by}", By = by, State = TransferState.Ringing }, SupervisedCalls.TestCalls.TransferRing, tale.Now));

    private OngoingCallBody AnnaSees() => OngoingCallBody.Of(tale.Call, Exchange.Anna);

    private (string State, string? Transfer, string? Reason) Told() =>
        AnnaSees() is var seen ? (seen.State, seen.Transfer?.State, seen.Transfer?.Reason) : default;
}

using Koppla.Simulator.Telephones;
using Koppla.Simulator.Wire;

namespace Koppla.Simulator.Calls;

internal sealed partial class Connection
{
    public void Establish()
    {
        if (IsConnected || IsDisconnected)
            return;
        IsConnected = true;
        Raise("CallConnected", Tag, ResultInformation.Success);
        RaiseRoster();
    }

    /// <summary>The caller was gone before the call was established.</summary>
    public void AnswerFailed() => FailBeforeConnected("AnswerFailed", CallFailure.Cancelled);

    /// <summary>The created call came to nothing.</summary>
    public void CreateFailed(CallFailure failure) => FailBeforeConnected("CreateCallFailed", failure);

    /// <summary>A party of the application's bridge has left.</summary>
    public void PartyLeft(Leg leg, ResultInformation result)
    {
        Media.Forget(leg);
        FailTransferOf(leg);
        var roster = Roster;
        if (roster.Count > 0)
        {
            RaiseRoster();
            if (Call.Options.EndsWhenOneIsLeft && roster.Count == 1 && Invitations.Count == 0)
                EndForEveryone(EndOfCall.OneLeft, "only one party was left");
        }
        else if (Invitations.Count == 0 || !Call.Options.InvitationsOutliveParties)
        {
            Disconnect(result);
        }
    }

    /// <summary>The application leaves; those who are in the call stay.</summary>
    public void Disconnect(ResultInformation result)
    {
        if (IsDisconnected)
            return;

        Media.Silence();
        foreach (var leg in Call.Legs.Where(leg => leg.IsRinging && leg != Call.Caller).ToArray())
            Call.StopRinging(leg, "the application left");
        Invitations.Clear();
        Transfer = null;
        foreach (var leg in Roster)
            leg.IsOnHold = false;
        Raise("CallDisconnected", Tag, result);
        IsDisconnected = true;
    }

    public void EndForEveryone(ResultInformation result, string why)
    {
        var roster = Roster;
        if (roster.Count > 0 && Call.Upstream is null)
            Call.Journal.Settle(OutcomeWithoutAnswer());
        Disconnect(result);
        foreach (var leg in roster)
            Call.End(leg, why);
        Call.Finish();
    }

    /// <summary>The application hangs up a call that is not established.</summary>
    public void Abandon()
    {
        foreach (var leg in Call.Legs.Where(static leg => leg.IsRinging).ToArray())
            Call.StopRinging(leg, "the application hung up");
        CreateFailed(CallFailure.CancelledBeforeAnswer);
    }

    /// <summary>After this every operation is 400/8501 and no event comes.</summary>
    public void Lose()
    {
        foreach (var leg in Roster)
            Call.End(leg, "lost in a failed transfer");
        Media.Silence();
        IsLost = true;
        IsDisconnected = true;
        Call.Journal.Settle(new(OutcomeKind.Lost));
        Call.Finish();
    }

    private CallOutcome OutcomeWithoutAnswer() => LastFailure is var (party, failure)
        ? new(OutcomeKind.NobodyAnswered, party.ToString(), failure.Name)
        : new(OutcomeKind.HungUpByApplication);

    private void FailBeforeConnected(string name, CallFailure failure)
    {
        if (IsConnected || IsDisconnected)
            return;
        Raise(name, Tag, failure.Information(name));
        IsDisconnected = true;
        Call.Journal.Settle(new(OutcomeKind.NobodyAnswered, Targets[0].ToString(), failure.Name));
        Call.Finish();
    }

    private void FailTransferOf(Leg transferee)
    {
        if (Transfer is not { } transfer || transfer.Transferee != transferee)
            return;
        Transfer = null;
        Call.StopRinging(transfer.Target, "the transferred party hung up");
        Raise("CallTransferFailed", transfer.Tag, CallFailure.Cancelled.Information("Transfer"));
    }
}

using Koppla.Simulator.Telephones;
using Koppla.Simulator.Wire;

namespace Koppla.Simulator.Calls;

internal sealed partial class CallState
{
    public void Note(TimelineKind kind, string text) => Journal.Note(kind, text);

    public Leg Add(Leg leg, bool seen = true)
    {
        legs.Add(leg);
        if (seen)
            Journal.Legs.Add(leg);
        return leg;
    }

    /// <summary>Calls the telephone of a leg, or the application when the number is one of ours.</summary>
    public void Ring(Leg leg, TimeSpan timeout)
    {
        leg.Alarms.After(timeout, () => leg.Call.Fail(leg, CallFailure.NotAnsweredInTime(Options.InvitationTimeoutResult)));
        if (exchange.RaisesIncomingCall(leg.Party))
            RingApplication(leg);
        else
            RingTelephone(leg);
    }

    public void Answer(Leg leg)
    {
        if (!leg.IsRinging)
            return;

        leg.Alarms.Clear();
        leg.Connect();
        Note(TimelineKind.Telephone, $"{leg.Party} answered");
        if (leg.Script is { } script)
            Follow(leg, script);
        leg.Answered(leg);
    }

    public void Fail(Leg leg, CallFailure failure)
    {
        if (!leg.IsRinging)
            return;

        End(leg, failure.Name);
        leg.Failed(leg, failure);
        Finish();
    }

    /// <summary>Ends a ringing leg without telling anybody.</summary>
    public void StopRinging(Leg leg, string why)
    {
        if (leg.IsRinging)
            End(leg, why);
    }

    /// <summary>A connected party hangs up.</summary>
    public void Leave(Leg leg, string why, ResultInformation result)
    {
        if (!leg.IsConnected)
        {
            Fail(leg, CallFailure.Declined);
            return;
        }

        var bridge = leg.Bridge;
        End(leg, why);
        if (Connection is { IsDisconnected: false } connection && connection.Bridge == bridge)
            connection.PartyLeft(leg, result);
        else if (legs.Where(other => other.IsConnected && other.Bridge == bridge).ToArray() is [var last])
            End(last, "the other party hung up");
        Finish();
    }

    /// <summary>Ends a leg, and what it carries beyond this call.</summary>
    public void End(Leg leg, string why)
    {
        if (leg.IsEnded)
            return;

        leg.End(why);
        if (leg != Caller || Upstream is null)
            Note(TimelineKind.Telephone, $"{leg.Party} ended: {why}");
        leg.Downstream?.HangUpCaller();
        if (leg == Caller && Upstream is { IsConnected: true } upstream)
            upstream.Call.Leave(upstream, why, EndOfCall.PartyHungUp);
    }

    /// <summary>Takes a leg over from another call. Both gates are held.</summary>
    public void TakeOver(Leg leg, Bridge bridge)
    {
        leg.Call.legs.Remove(leg);
        leg.Call = this;
        leg.Bridge = bridge;
        leg.IsOnHold = false;
        Add(leg);
    }

    private void RingTelephone(Leg leg)
    {
        var script = exchange.Telephones.Of(leg.Party).Call();
        leg.Script = script;
        Note(TimelineKind.Telephone, script.Rings ? $"telephone {leg.Party} rings" : $"telephone {leg.Party} is called");
        if (script.Failure is { } failure)
            leg.Alarms.After(script.FailsAfter, () => leg.Call.Fail(leg, failure));
        else if (script.AnswersAfter is { } time)
            leg.Alarms.After(time, () => leg.Call.Answer(leg));
    }

    private void RingApplication(Leg leg)
    {
        if (++Journal.Reentries > MostReentries)
        {
            Journal.Settle(new(OutcomeKind.RedirectLoop));
            leg.Alarms.After(TimeSpan.Zero, () => leg.Call.Fail(leg, CallFailure.ServiceUnavailable));
            return;
        }

        leg.Downstream = new CallState(exchange, Journal)
        {
            From = Party.From(leg.CallerId),
            To = leg.Party,
            Headers = leg.Headers == CustomContext.Empty ? null : leg.Headers,
            Upstream = leg,
        };
        leg.Downstream.Start(hangUpAfter: null);
    }

    private static void Follow(Leg leg, TelephoneScript script)
    {
        if (script.HangsUpAfter is { } time)
            leg.Alarms.After(time, () => leg.Call.Leave(leg, "hung up", EndOfCall.PartyHungUp));
        foreach (var press in script.Presses.Where(static press => !press.WhenAsked))
            leg.Alarms.After(press.After, () => leg.Call.Press(leg, press.Keys));
    }

    public void Press(Leg leg, string keys)
    {
        Note(TimelineKind.Telephone, $"{leg.Party} pressed {keys}");
        if (Connection is { IsDisconnected: false } connection && leg.Bridge == connection.Bridge)
            connection.Media.Press(leg, keys);
    }
}

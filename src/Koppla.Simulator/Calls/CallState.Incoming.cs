using Koppla.Simulator.EventGrid;
using Koppla.Simulator.Telephones;
using Koppla.Simulator.Wire;

namespace Koppla.Simulator.Calls;

internal sealed partial class CallState
{
    private const int MostReentries = 20;

    /// <summary>The caller begins to hear ringing, the application is told.</summary>
    public void Start(TimeSpan? hangUpAfter)
    {
        using (Gate.Enter())
        {
            if (Upstream is null)
                Note(TimelineKind.Call, $"call from {From} to {To}");
            Caller = Add(new Leg(this, From, LegRole.Caller), seen: Upstream is null);
            if (hangUpAfter is { } patience)
                Caller.Alarms.After(patience, HangUpCaller);
            Raise(To!);
        }
    }

    /// <summary>The offer with this context, if it can still be taken.</summary>
    public Offer? Take(Offer offer)
    {
        if (!offer.IsOpen)
            return null;
        CloseOffer();
        return offer;
    }

    public void Redirect(Party target)
    {
        Note(TimelineKind.Call, $"redirected to {target}");
        if (exchange.RaisesIncomingCall(target))
        {
            Reenter(target);
            return;
        }

        var leg = Add(new Leg(this, target, LegRole.RedirectTarget)
        {
            CallerId = From.Number,
            Headers = Headers ?? CustomContext.Empty,
            Answered = AnswerRedirected,
            Failed = (leg, failure) => Refuse(new(OutcomeKind.NobodyAnswered, leg.Party.ToString(), failure.Name, failure.Sip), failure),
        });
        Ring(leg, Options.EstablishmentTimeout);
    }

    public void Reject(string reason, int sip)
    {
        Note(TimelineKind.Call, $"rejected {reason}: the caller gets SIP {sip}");
        Refuse(new(OutcomeKind.Rejected, Reason: reason, SipStatus: sip), CallFailure.Rejected(sip));
    }

    /// <summary>The application took the call: the caller hears it from now on.</summary>
    public void AnswerCaller(Bridge bridge)
    {
        Caller!.Connect();
        Caller.Bridge = bridge;
        if (Upstream is { } upstream)
            upstream.Call.Answer(upstream);
    }

    /// <summary>The caller gives up or ends the conversation, wherever its leg is by now.</summary>
    public void HangUpCaller()
    {
        if (Caller is not { IsEnded: false } caller)
            return;

        if (caller.IsConnected)
        {
            if (caller.Call == this)
                Journal.SettleForCaller(Upstream, new(OutcomeKind.CallerHungUp));
            caller.Call.Leave(caller, "hung up", EndOfCall.CallerHungUp);
            return;
        }

        CloseOffer();
        End(caller, "hung up");
        Journal.SettleForCaller(Upstream, new(OutcomeKind.CallerHungUp));
        foreach (var leg in legs.Where(static leg => leg.IsRinging).ToArray())
            StopRinging(leg, "the caller hung up");
        Connection?.AnswerFailed();
        Finish();
    }

    /// <summary>The call ends before anybody answered it.</summary>
    public void Refuse(CallOutcome outcome, CallFailure failure)
    {
        CloseOffer();
        Caller?.End(failure.Name);
        Journal.SettleForCaller(Upstream, outcome);
        if (Upstream is { } upstream)
            upstream.Call.Fail(upstream, failure);
        Finish();
    }

    private void Raise(Party to)
    {
        var offer = new Offer(this, to);
        Offer = offer;
        offers.Add(offer);
        exchange.Offers[offer.Context] = offer;
        alarms.After(Options.RingWindow, Expire);
        var notice = new IncomingCallData
        {
            To = to,
            From = From,
            ServerCallId = ServerCallId,
            CallerDisplayName = DisplayName,
            CustomContext = Headers,
            IncomingCallContext = offer.Context,
            CorrelationId = CorrelationId,
        };
        if (!exchange.Topic.Publish(notice, Journal))
            Refuse(new(OutcomeKind.NoSubscriber), CallFailure.NumberNotFound);
    }

    private void Reenter(Party target)
    {
        if (++Journal.Reentries <= MostReentries)
        {
            Raise(target);
            return;
        }

        Journal.Settle(new(OutcomeKind.RedirectLoop));
        Refuse(new(OutcomeKind.RedirectLoop), CallFailure.ServiceUnavailable);
    }

    private void Expire() =>
        Refuse(new(OutcomeKind.RingWindowExpired, SipStatus: 480), CallFailure.NotAnsweredInTime(Options.InvitationTimeoutResult));

    private void AnswerRedirected(Leg leg)
    {
        leg.Bridge = new Bridge();
        AnswerCaller(leg.Bridge);
        Journal.SettleForCaller(Upstream, new(OutcomeKind.Answered, leg.Party.ToString()));
    }

    private void CloseOffer()
    {
        if (Offer is { IsOpen: true } offer)
        {
            offer.IsOpen = false;
            alarms.Clear();
        }
    }
}

using Koppla.Functions.Calls;
using Koppla.Functions.SupervisedCalls;
using Koppla.Functions.Telephony;
using Koppla.Functions.Tests.IncomingCalls;
using Koppla.Functions.Transfers;
using Koppla.Routing.Decisions;
using Koppla.Routing.Transfers;
using NodaTime;

namespace Koppla.Functions.Tests.SupervisedCalls;

/// <summary>Supervised calls in every phase, in their second step.</summary>
internal static class TestCalls
{
    public const string Connection = "connection";
    public const int Step = 2;

    public static readonly Instant Now = TestCall.Now;
    public static readonly CallTarget App = new CallTarget.App("8:acs:1_anna");
    public static readonly CallTarget Desk = new CallTarget.Telephone(Numbers.OtherOutside);
    public static readonly CallTarget Target = new CallTarget.Telephone(Numbers.Outside);
    public static readonly CallTarget Caller = new CallTarget.Telephone(Numbers.Caller);

    public static readonly CallFacts Facts = new(
        "2516900000000000000-0123456789abcdef",
        "secret",
        Exchange.Owner,
        "correlation",
        Now - Duration.FromSeconds(30),
        Numbers.Fixed,
        Numbers.Caller,
        Trail.Empty);

    /// <summary>Two devices, whose invitations are known.</summary>
    public static readonly Work.Ring Ring = new(Numbers.Fixed, 20, null,
    [
        new Leg(App, null, null, Invitation: "invitation-0"),
        new Leg(Desk, Numbers.Caller, Numbers.Fixed, Invitation: "invitation-1"),
    ]);

    /// <summary>The target of a transfer rings, at one device.</summary>
    public static readonly Work.Ring TransferRing = new(
        Numbers.Outside, 20, null, [new Leg(new CallTarget.Telephone(Numbers.Outside), Numbers.Caller, Numbers.Fixed, Invitation: "invitation-0")]);

    private static readonly Prompt Words = new Prompt.Speech("Anna Berg är på lunch.", Language.Swedish);

    /// <summary>A call that Anna places to a number outside: her app rings.</summary>
    public static readonly Work.Ring OwnDevice = new(Numbers.Fixed, 30, null, [new Leg(App, null, null)]) { User = Exchange.Anna };

    public static SupervisedCall In(Phase phase) => phase == Phase.Placing ? Placing : Supervised(phase);

    private static SupervisedCall Placing => new(
        Facts with { Called = Numbers.Outside, Caller = Numbers.Fixed, CallerTarget = App, PlacedBy = Exchange.Anna }, Phase.Placing, OwnDevice)
    {
        Step = Step,
        Connection = Connection,
        FirstUser = Exchange.Anna,
        StepSince = Now - Duration.FromSeconds(5),
        Deadline = Now + Duration.FromSeconds(20),
        Reason = "own-device",
    };

    private static SupervisedCall Supervised(Phase phase) => new(Facts, phase, WorkOf(phase))
    {
        Step = Step,
        Ringing = phase == Phase.Answering ? new RingingCall("handle", Now.ToDateTimeOffset()) : null,
        Connection = phase == Phase.Answering ? null : Connection,
        HearsRingback = phase == Phase.Ringing,
        Partner = phase == Phase.Talking || IsTransfer(phase) ? App : null,
        PartnerUser = IsTransfer(phase) ? Exchange.Anna : null,
        Transfer = TransferIn(phase),
        StepSince = Now - Duration.FromSeconds(5),
        Deadline = Now + Duration.FromSeconds(20),
        Cause = "cause",
        ConnectedAt = phase == Phase.Answering ? null : Now - Duration.FromSeconds(10),
        AnsweredAt = phase == Phase.Talking || IsTransfer(phase) ? Now - Duration.FromSeconds(3) : null,
        PartnerSince = phase == Phase.Talking || IsTransfer(phase) ? Now - Duration.FromSeconds(3) : null,
        EndedAt = phase == Phase.Ended ? Now : null,
        Outcome = phase switch
        {
            Phase.Talking or Phase.Ended => CallOutcome.Answered,
            Phase.Parting => CallOutcome.Unanswered,
            Phase.Ending => CallOutcome.Referred,
            _ when IsTransfer(phase) => CallOutcome.Answered,
            _ => null,
        },
        Reason = "rings",
    };

    private static bool IsTransfer(Phase phase) =>
        phase is Phase.TransferRinging or Phase.Consulting or Phase.DirectRinging or Phase.Confirming or Phase.Recalling or Phase.RecallPause;

    /// <summary>From the app to the target, which has answered when it is consulted.</summary>
    private static Transfer? TransferIn(Phase phase) => !IsTransfer(phase)
        ? null
        : new Transfer(
            "transfer",
            phase is Phase.TransferRinging or Phase.Consulting ? TransferMode.Announced : TransferMode.Direct,
            phase switch
            {
                Phase.TransferRinging => TransferState.Ringing,
                Phase.Consulting => TransferState.Consulting,
                Phase.DirectRinging or Phase.Confirming => TransferState.Direct,
                _ => TransferState.Recalling,
            },
            Exchange.Anna,
            App,
            Caller,
            Numbers.Outside.E164,
            Numbers.Outside,
            Now - Duration.FromSeconds(5))
        {
            ByNumber = Numbers.Fixed,
            Policy = TransferPolicy.Recall,
            NeedsKey = phase == Phase.Confirming,
            Recall = [new Leg(App, null, null)],
            Recalls = phase is Phase.Recalling or Phase.RecallPause ? 1 : 0,
            Target = phase is Phase.Consulting or Phase.Confirming ? Target : null,
            AnsweredAt = phase is Phase.Consulting or Phase.Confirming ? Now - Duration.FromSeconds(1) : null,
        };

    private static Work WorkOf(Phase phase) => phase switch
    {
        Phase.TransferRinging or Phase.Consulting or Phase.DirectRinging or Phase.Confirming => TransferRing,
        Phase.Recalling or Phase.RecallPause => new Work.Ring(Numbers.Outside, 20, null, [new Leg(App, null, null, Invitation: "invitation-0")]),
        Phase.Referring => new Work.Refer(Numbers.Fixed, Words),
        Phase.Transferring => new Work.Transfer(Numbers.Outside, Numbers.Caller, Numbers.Fixed, null),
        Phase.Parting => new Work.Part(Words),
        Phase.Ending => new Work.HangUp(),
        _ => Ring,
    };
}

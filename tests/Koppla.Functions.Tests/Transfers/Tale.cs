using System.Collections.Immutable;
using System.Globalization;
using Koppla.Functions.SupervisedCalls;
using Koppla.Functions.Telephony;
using Koppla.Functions.Telephony.CallEvents;
using Koppla.Functions.Tests.IncomingCalls;
using Koppla.Functions.Tests.SupervisedCalls;
using Koppla.Functions.Transfers;
using Koppla.Routing;
using Koppla.Routing.Transfers;
using NodaTime;

namespace Koppla.Functions.Tests.Transfers;

/// <summary>
/// A call in which the transferor B gives the transferee A to the target C, told event by event; every event is a second after the one
/// before. What the machine does is told in words such as <c>Talking A-C Completed: stop, unhold A, remove B</c>.
/// </summary>
internal sealed class Tale
{
    public static readonly UserId Colleague = new(new Guid("5d0c1f4e-8b1e-4c55-9a55-0f2a6f0c7b02"));

    private int told;

    /// <param name="byCaller">B has called; otherwise B has answered.</param>
    /// <param name="withheld">Whoever has called withholds the number.</param>
    public Tale(bool byCaller = false, bool withheld = false)
    {
        var caller = withheld ? CallTarget.Withheld.Instance : TestCalls.Caller;
        (A, B) = byCaller ? (TestCalls.App, caller) : (caller, TestCalls.App);
        Call = TestCalls.In(Phase.Talking) with
        {
            Facts = TestCalls.Facts with { CallerTarget = caller },
            First = caller,
            FirstUser = byCaller ? Exchange.Anna : null,
            PartnerUser = byCaller ? Colleague : Exchange.Anna,
        };
    }

    public CallTarget A { get; }

    public CallTarget B { get; }

    public static CallTarget C => TestCalls.Target;

    public SupervisedCall Call { get; private set; }

    public Instant Now { get; private set; } = TestCalls.Now;

    public Transition Last { get; private set; }

    /// <summary>Whoever answers on a telephone is asked for a key.</summary>
    public bool NeedsKey { get; init; }

    public TransferPolicy Policy { get; init; } = TransferPolicy.Recall;

    /// <summary>The device on which B is rung again; null: B has none.</summary>
    public CallTarget? RecallDevice { get; init; } = TestCalls.App;

    public string Begin(TransferMode mode) => Do(call => CallMachine.BeginTransfer(call, TransferOf(mode), Ring, Now));

    public string Complete() => Do(call => CallMachine.CompleteTransfer(call, Now));

    public string Cancel() => Do(call => CallMachine.CancelTransfer(call, Now));

    public string Happens(CallEvent happened) => Do(call => CallMachine.On(call, happened, Now));

    public string Answers(CallTarget who) => Happens(new Joined(NextId(), TestCalls.Connection, null, Now, who));

    /// <summary>The only leg of the present step comes to nothing.</summary>
    public string Fails(LegFailure failure) => Happens(new NotJoined(
        NextId(), TestCalls.Connection, Context("0"), Now, null, failure, "code", LateMeansNoAnswer: false));

    public string Presses(char key) => Happens(new KeyPressed(NextId(), TestCalls.Connection, KeyContext, Now, key));

    public string PressesNothing() => Happens(new NoKeyPressed(NextId(), TestCalls.Connection, KeyContext, Now, "400/8510"));

    public string HoldFails() => Happens(new NotHeld(NextId(), TestCalls.Connection, Context("hold"), Now, "486/560486"));

    public string AreThere(params CallTarget[] present) =>
        Happens(new Roster(NextId(), TestCalls.Connection, null, Now, [.. present], told));

    /// <summary>The deadline of the phase passes, and the call is looked at.</summary>
    public string Waits(params CallTarget[] present)
    {
        Now = Instant.Max(Now, Call.Deadline);
        return Do(call => CallMachine.Overdue(call, new ConnectionState(ConnectionPresence.Connected, [.. present]), Now));
    }

    public string Decided(Work work) => Do(call => CallMachine.Begin(call, new PlannedWork(work, "rings", null, 1, []), NextId(), Now));

    /// <summary>Commands that were sent before the last ones.</summary>
    public void Also(ImmutableArray<CallCommand> before) => Last = Last with { Commands = [.. before, .. Last.Commands] };

    public string NameOf(CallTarget? who) => who switch
    {
        null => "nobody",
        _ when who == A => "A",
        _ when who == B => "B",
        _ when who == C => "C",
        CallTarget.Telephone telephone => telephone.Number.E164,
        _ => "other",
    };

    public string Do(Func<SupervisedCall, Transition> step)
    {
        Now += Duration.FromSeconds(1);
        Last = step(Call);
        Call = Last.Call;
        return Text(Last);
    }

    private static Work.Ring Ring => TestCalls.TransferRing with { Legs = [TestCalls.TransferRing.Legs[0] with { Invitation = "invitation" }] };

    private Transfer TransferOf(TransferMode mode) => new(
        NextId(),
        mode,
        mode == TransferMode.Direct ? TransferState.Direct : TransferState.Ringing,
        Exchange.Anna,
        B,
        A,
        Numbers.Outside.E164,
        Numbers.Outside,
        Now)
    {
        Policy = Policy,
        NeedsKey = NeedsKey,
        Recall = RecallDevice is { } device ? [new Leg(device, null, null)] : [],
    };

    private string NextId() => string.Create(CultureInfo.InvariantCulture, $"event-{++told}");

    private string Context(string what) => string.Create(CultureInfo.InvariantCulture, $"{Call.Step}.{what}");

    private string KeyContext => Context($"key-{Call.Transfer?.Target?.AsText()}");

    private string Text(Transition said)
    {
        var commands = string.Join(", ", said.Commands.Select(Text));
        if (!said.Changed)
        {
            return commands.Length == 0 ? TransitionText.Nothing : $"again {commands}";
        }

        var call = said.Call;
        ImmutableArray<string> talk = call.Phase == Phase.Talking ? [NameOf(call.First), NameOf(call.Partner)] : [];
        string?[] words =
        [
            $"{call.Phase}{(said.NeedsDecision ? "?" : "")}",
            talk.IsEmpty ? null : string.Join('-', talk.Order(StringComparer.Ordinal)),
            call.Transfer?.State.ToString(),
            call.Transfer?.Reason,
        ];
        return $"{string.Join(' ', words.OfType<string>())}{(commands.Length == 0 ? "" : ": ")}{commands}";
    }

    private string Text(CallCommand command) => command switch
    {
        CallCommand.Hold hold => $"hold {NameOf(hold.Who)}",
        CallCommand.Unhold unhold => $"unhold {NameOf(unhold.Who)}",
        CallCommand.Remove remove => $"remove {NameOf(remove.Who)}",
        CallCommand.PlayRingbackTo play => $"ringback to {NameOf(play.Who)}",
        CallCommand.AskForKey ask => $"ask {NameOf(ask.Who)}",
        CallCommand.PlayRingback => "ringback",
        CallCommand.Play => "say",
        CallCommand.StopMedia => "stop",
        CallCommand.Invite invite => $"ring {NameOf(invite.Leg.Target)}",
        CallCommand.CancelInvitation => "cancel",
        _ => "hang up",
    };
}

using System.Collections.Immutable;
using System.Globalization;

namespace Koppla.Functions.SupervisedCalls;

/// <content>The commands of a step, and the names by which events answer them.</content>
internal static partial class CallMachine
{
    private const string Say = "say";

    private static ImmutableArray<CallCommand> CommandsOf(SupervisedCall call, bool hearsRingback) => call.Work switch
    {
        Work.Ring ring when hearsRingback => [.. Invitations(call, ring)],
        // Ringback first: the caller hears nothing until it plays.
        Work.Ring ring => [new CallCommand.PlayRingback(Context(call, "ringback")), .. Invitations(call, ring)],
        Work.Refer refer => [new CallCommand.Play(refer.Prompt, Context(call, Say))],
        Work.Part part => [new CallCommand.Play(part.Prompt, Context(call, Say))],
        Work.Transfer transfer when hearsRingback => [StopMedia(call), TransferOf(call, transfer)],
        Work.Transfer transfer => [TransferOf(call, transfer)],
        _ => [new CallCommand.HangUp(Context(call, "hang-up"))],
    };

    /// <summary>
    /// Those of the step that the provider answers again instead of doing them again, and those that do no harm twice. A prompt would
    /// begin anew.
    /// </summary>
    private static ImmutableArray<CallCommand> RepeatableCommands(SupervisedCall call) => call.Phase switch
    {
        Phase.Placing => PlacingCommands(call),
        Phase.Talking => TalkCommands(call),
        Phase.TransferRinging or Phase.DirectRinging or Phase.Recalling => TransferCommands(call),
        Phase.Consulting => ConsultCommands(call),
        _ when call.Phase == PhaseOf(call.Work) =>
            [.. CommandsOf(call, hearsRingback: false).Where(command => command is not CallCommand.Play)],
        _ => [],
    };

    private static ImmutableArray<CallCommand> TalkCommands(SupervisedCall call) =>
        [StopMedia(call), .. AfterTransfer(call), .. CancelOthers(call, call.Partner)];

    private static IEnumerable<CallCommand> Invitations(SupervisedCall call, Work.Ring ring) => ring.Legs
        .Select((leg, number) => (leg, number))
        .Where(each => each.leg.Failure is null)
        .Select(each => InvitationOf(call, ring, each.leg, each.number));

    private static CallCommand.Invite InvitationOf(SupervisedCall call, Work.Ring ring, Leg leg, int number) =>
        new(leg, number, ring.Seconds, ring.Trail, ContextOfLeg(call, leg, number));

    private static CallCommand.StopMedia StopMedia(SupervisedCall call) => new(Context(call, "stop"));

    private static CallCommand.Transfer TransferOf(SupervisedCall call, Work.Transfer transfer) =>
        new(transfer.Destination, transfer.CallerId, transfer.Trail, Context(call, "transfer"));

    private static string Context(SupervisedCall call, string what) =>
        string.Create(CultureInfo.InvariantCulture, $"{call.Step}.{what}");

    /// <summary>Another caller ID makes it another command.</summary>
    private static string ContextOfLeg(SupervisedCall call, Leg leg, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{call.Step}.{number}{(leg.ShowsOther ? ".other" : "")}");

    /// <summary>Whether an event answers a command of the present step.</summary>
    private static bool IsOfStep(SupervisedCall call, string? context) =>
        context is not null && context.StartsWith(string.Create(CultureInfo.InvariantCulture, $"{call.Step}."), StringComparison.Ordinal);

    /// <summary>The leg of the present step that an event is about.</summary>
    private static (Work.Ring Ring, int Number)? LegOf(SupervisedCall call, string? context)
    {
        if (context is not null && call.Work is Work.Ring ring)
        {
            foreach (var (number, leg) in ring.Legs.Index())
            {
                if (string.Equals(context, ContextOfLeg(call, leg, number), StringComparison.Ordinal))
                {
                    return (ring, number);
                }
            }
        }

        return null;
    }
}

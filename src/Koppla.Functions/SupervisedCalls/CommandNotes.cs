using System.Collections.Immutable;
using Koppla.Functions.Calls;
using Koppla.Functions.Telephony;

namespace Koppla.Functions.SupervisedCalls;

/// <summary>The commands of a supervised call as its record tells them.</summary>
internal static class CommandNotes
{
    /// <summary>Notes kept at the most: many more than a call that ends as it should has.</summary>
    private const int Most = 60;

    public static CommandNote Of(CallCommand command) => command switch
    {
        CallCommand.Create create => Note("create", create.Leg.Target.AsText()),
        CallCommand.Invite invite => Note("invite", invite.Leg.Target.AsText()),
        CallCommand.Transfer transfer => Note("transfer", transfer.Destination.E164),
        CallCommand.Remove remove => Note("remove", remove.Who.AsText()),
        CallCommand.CancelInvitation => Note("cancel-invitation", null),
        CallCommand.PlayRingback => Note("play-ringback", null),
        CallCommand.Play => Note("play", null),
        CallCommand.PlayRingbackTo play => Note("play-ringback", play.Who.AsText()),
        CallCommand.AskForKey ask => Note("ask-for-key", ask.Who.AsText()),
        CallCommand.Hold hold => Note("hold", hold.Who.AsText()),
        CallCommand.Unhold unhold => Note("unhold", unhold.Who.AsText()),
        CallCommand.StopMedia => Note("stop-media", null),
        _ => Note("hang-up", null),
    };

    public static SupervisedCall WithNotes(this SupervisedCall call, ImmutableArray<CallCommand> commands) =>
        commands.IsEmpty || call.Commands.Length >= Most ? call : call with { Commands = [.. call.Commands, .. commands.Select(Of)] };

    /// <summary>Corrects the notes of commands that were not taken.</summary>
    public static SupervisedCall WithResults(this SupervisedCall call, ImmutableArray<CommandNote> notTaken)
    {
        var notes = call.Commands;
        foreach (var result in notTaken)
        {
            var sent = result with { Status = CommandStatus.Sent, Code = "" };
            var index = notes.LastIndexOf(sent);
            notes = index < 0 ? notes : notes.SetItem(index, result);
        }

        return call with { Commands = notes };
    }

    private static CommandNote Note(string command, string? target) => new(command, target, CommandStatus.Sent, "");
}

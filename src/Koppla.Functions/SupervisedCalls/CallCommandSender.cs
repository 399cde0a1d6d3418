using System.Collections.Immutable;
using Koppla.Functions.Calls;
using Koppla.Functions.Sounds;
using Koppla.Functions.Telephony;
using Koppla.Functions.Telephony.CallEvents;
using Microsoft.Extensions.Options;
using NodaTime;

namespace Koppla.Functions.SupervisedCalls;

/// <summary>Sends the commands of a step, in order. What the provider refuses at once becomes an event of the call.</summary>
internal sealed class CallCommandSender(
    ICallControl control, SoundLibrary sounds, IOptions<CallbackOptions> callbacks, IClock clock)
{
    public async Task<SentCommands> SendAsync(
        SupervisedCall call, ImmutableArray<CallCommand> commands, CancellationToken cancellationToken)
    {
        var invitations = ImmutableArray.CreateBuilder<KeyValuePair<string, string>>();
        var notTaken = ImmutableArray.CreateBuilder<CommandNote>();
        var events = ImmutableArray.CreateBuilder<CallEvent>();
        foreach (var command in commands)
        {
            var (result, invitation) = await SendAsync(call, command, cancellationToken);
            if (invitation is not null)
            {
                invitations.Add(new(command.Context, invitation));
            }

            if (result.Status != CommandStatus.Accepted)
            {
                notTaken.Add(CommandNotes.Of(command) with { Status = result.Status, Code = result.Code });
                if (EventOf(call, command, result) is { } meant)
                {
                    events.Add(meant);
                }
            }
        }

        return new SentCommands(invitations.DrainToImmutable(), notTaken.DrainToImmutable(), events.DrainToImmutable());
    }

    private async Task<InvitationResult> SendAsync(SupervisedCall call, CallCommand command, CancellationToken cancellationToken)
    {
        var connection = call.Connection!;
        var id = IdOf(call, command.Context);
        if (command is CallCommand.Invite { Leg: var leg } invite)
        {
            var invitation = new Invitation(leg.Target, leg.Shown, invite.Trail, TimeSpan.FromSeconds(invite.Seconds), invite.Context);
            return await control.InviteAsync(connection, invitation, id, cancellationToken);
        }

        if (command is CallCommand.Create { Leg: var first } create)
        {
            var (created, name) = await control.CreateAsync(
                first.Target, first.Shown, callbacks.Value.AddressOf(call.Facts), create.Context, id, cancellationToken);
            return new InvitationResult(created, name);
        }

        return new InvitationResult(
            command switch
            {
                CallCommand.Play play => await control.PlayAsync(connection, play.Prompt, play.Context, cancellationToken),
                CallCommand.PlayRingback => await control.PlayAsync(
                    connection, new Prompt.Loop(sounds.Ringback), command.Context, cancellationToken),
                CallCommand.PlayRingbackTo play => await control.PlayToAsync(
                    connection, play.Who, new Prompt.Loop(sounds.Ringback), play.Context, cancellationToken),
                CallCommand.AskForKey ask => await control.AskForKeyAsync(
                    connection, ask.Who, ask.Prompt, CallDeadlines.KeyPatience.ToTimeSpan(), ask.Context, cancellationToken),
                CallCommand.Hold hold => await control.HoldAsync(connection, hold.Who, sounds.HoldMusic, hold.Context, cancellationToken),
                CallCommand.Unhold unhold => await control.UnholdAsync(connection, unhold.Who, unhold.Context, cancellationToken),
                CallCommand.StopMedia => await control.StopMediaAsync(connection, cancellationToken),
                CallCommand.CancelInvitation cancel => await control.CancelInvitationAsync(
                    connection, cancel.Invitation, cancel.Context, id, cancellationToken),
                CallCommand.Remove remove => await control.RemoveAsync(connection, remove.Who, remove.Context, id, cancellationToken),
                CallCommand.Transfer transfer => await control.TransferAsync(
                    connection,
                    new Handover(new CallTarget.Telephone(transfer.Destination), transfer.CallerId, transfer.Trail, transfer.Context),
                    id,
                    cancellationToken),
                _ => await control.HangUpAsync(connection, id, cancellationToken),
            },
            null);
    }

    /// <summary>No answer means nothing yet: the command may have been taken, and the deadline of the step sees to it if not.</summary>
    private CallEvent? EventOf(SupervisedCall call, CallCommand command, CommandResult result)
    {
        var id = $"refused-{command.Context}";
        var now = clock.GetCurrentInstant();
        var (connection, context, code) = (call.Connection ?? "", command.Context, result.Code);
        return (result.Status, command) switch
        {
            (CommandStatus.Refused or CommandStatus.CallGone, CallCommand.Create create) =>
                new NotJoined(id, connection, context, now, create.Leg.Target, LegFailure.NotPermitted, code, LateMeansNoAnswer: false),
            (CommandStatus.CallGone, not (CallCommand.CancelInvitation or CallCommand.Remove or CallCommand.Unhold)) =>
                new Disconnected(id, connection, context, now, code),
            (CommandStatus.Refused, CallCommand.Invite invite) =>
                new NotJoined(id, connection, context, now, invite.Leg.Target, LegFailure.NotPermitted, code, LateMeansNoAnswer: false),
            (CommandStatus.Refused, CallCommand.Hold) => new NotHeld(id, connection, context, now, code),
            (CommandStatus.Refused, CallCommand.AskForKey) => new NoKeyPressed(id, connection, context, now, code),
            (CommandStatus.Refused, CallCommand.Play) => new NotPlayed(id, connection, context, now, code),
            (CommandStatus.Refused, CallCommand.Transfer) =>
                new NotTransferred(id, connection, context, now, LegFailure.NotPermitted, code, LateMeansNoAnswer: false),
            _ => null,
        };
    }

    private static CommandId IdOf(SupervisedCall call, string context) => CommandId.For($"{call.Facts.Id}/{context}", 0);
}

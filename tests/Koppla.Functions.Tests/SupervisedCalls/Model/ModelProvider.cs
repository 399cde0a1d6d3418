using System.Globalization;
using Koppla.Functions.Telephony;
using Koppla.Functions.Telephony.CallEvents;
using Koppla.Routing.Numbers;
using NodaTime;

namespace Koppla.Functions.Tests.SupervisedCalls.Model;

/// <summary>
/// A small model of the provider with one call: who is in it, who rings, what plays. The same command has no second effect. What it
/// has to tell waits in an outbox; time passes when it is told.
/// </summary>
/// <content>The commands.</content>
internal sealed partial class ModelProvider(IClock clock, Perils perils) : ICallControl
{
    public const string Connection = "connection";

    private static readonly CommandResult Gone = new(CommandStatus.CallGone, "404/8522");
    private static readonly CommandResult Refused = new(CommandStatus.Refused, "403/8500");

    private readonly Dictionary<CommandId, object> done = [];

    /// <summary>The commands that were sent, in order, without their ids.</summary>
    public List<string> Sent { get; } = [];

    /// <summary>A caller ID that may not be shown.</summary>
    public PhoneNumber? ForbiddenCallerId { get; init; }

    public bool RefusesPrompts { get; init; }

    public Task<CommandResult> RedirectAsync(
        RingingCall call, CallTarget target, CommandId command, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<CommandResult> RejectAsync(
        RingingCall call, RejectReason reason, CommandId command, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<AnswerResult> AnswerAsync(
        RingingCall call, Uri callback, string context, CommandId command, CancellationToken cancellationToken) =>
        DoAsync("answer", command, () =>
        {
            if (IsOver)
            {
                return new AnswerResult(Gone, null);
            }

            Callback = callback;
            In(0.3, Connect);
            return new AnswerResult(CommandResult.Accepted, Connection);
        });

    public Task<AnswerResult> CreateAsync(
        CallTarget target, PhoneNumber? callerId, Uri callback, string context, CommandId command, CancellationToken cancellationToken) =>
        DoAsync($"create {NameOf(target)}", command, () =>
        {
            Callback = callback;
            Create(new Pending("created", target, context));
            return new AnswerResult(CommandResult.Accepted, Connection);
        });

    public Task<CommandResult> PlayAsync(string connection, Prompt prompt, string context, CancellationToken cancellationToken) =>
        InCallAsync($"play {prompt.GetType().Name}", null, () =>
        {
            if (prompt is not Prompt.Loop && RefusesPrompts)
            {
                return Refused;
            }

            StopPlaying();
            Playing = context;
            if (prompt is not Prompt.Loop)
            {
                In(4, () => EndOfPrompt(context));
            }

            return CommandResult.Accepted;
        });

    public Task<CommandResult> PlayToAsync(
        string connection, CallTarget who, Prompt prompt, string context, CancellationToken cancellationToken) =>
        InCallAsync($"play {prompt.GetType().Name} to {NameOf(who)}", null, () =>
            !participants.Contains(who) || !playingTo.TryAdd(who, context) ? Refused : CommandResult.Accepted);

    public Task<CommandResult> HoldAsync(
        string connection, CallTarget who, Uri? music, string context, CancellationToken cancellationToken) =>
        InCallAsync($"hold {NameOf(who)}", null, () => OnHold(who, held.Add));

    public Task<CommandResult> UnholdAsync(string connection, CallTarget who, string context, CancellationToken cancellationToken) =>
        InCallAsync($"unhold {NameOf(who)}", null, () => OnHold(who, held.Remove));

    public Task<CommandResult> AskForKeyAsync(
        string connection, CallTarget who, Prompt prompt, TimeSpan patience, string context, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<CommandResult> StopMediaAsync(string connection, CancellationToken cancellationToken) =>
        InCallAsync("stop media", null, () =>
        {
            StopPlaying();
            return CommandResult.Accepted;
        });

    public async Task<InvitationResult> InviteAsync(
        string connection, Invitation invitation, CommandId command, CancellationToken cancellationToken) =>
        await DoAsync($"invite {NameOf(invitation.Target)}", command, () =>
        {
            if (IsOver)
            {
                return new InvitationResult(Gone, null);
            }

            if (invitation.CallerId is { } shown && shown == ForbiddenCallerId)
            {
                return new InvitationResult(Refused, null);
            }

            var pending = new Pending(string.Create(CultureInfo.InvariantCulture, $"invitation-{++invitations}"), invitation.Target, invitation.Context);
            Ring(pending, Duration.FromTimeSpan(invitation.RingFor));
            return new InvitationResult(CommandResult.Accepted, pending.Id);
        });

    public Task<CommandResult> CancelInvitationAsync(
        string connection, string invitationId, string context, CommandId command, CancellationToken cancellationToken) =>
        InCallAsync($"cancel {invitationId}", command, () =>
        {
            Tell(id => ringing.RemoveAll(each => each.Id == invitationId) > 0
                ? new InvitationCancelled(id, Connection, context, Now, invitationId)
                : new InvitationNotCancelled(id, Connection, context, Now, invitationId));
            return CommandResult.Accepted;
        });

    public Task<CommandResult> RemoveAsync(
        string connection, CallTarget who, string context, CommandId command, CancellationToken cancellationToken) =>
        InCallAsync($"remove {NameOf(who)}", command, () =>
        {
            Leave(who);
            return CommandResult.Accepted;
        });

    public Task<CommandResult> TransferAsync(
        string connection, Handover handover, CommandId command, CancellationToken cancellationToken) =>
        InCallAsync($"transfer {NameOf(handover.Target)}", command, () =>
        {
            if (handover.CallerId is { } shown && shown == ForbiddenCallerId)
            {
                return Refused;
            }

            Transfer(handover);
            return CommandResult.Accepted;
        });

    public Task<CommandResult> HangUpAsync(string connection, CommandId command, CancellationToken cancellationToken) =>
        InCallAsync("hang up", command, () =>
        {
            End("200/7000");
            return CommandResult.Accepted;
        });

    public Task<ConnectionState> LookAsync(string connection, CancellationToken cancellationToken) =>
        DoAsync("look", null, () => new ConnectionState(
            IsOver ? ConnectionPresence.Gone : ConnectionPresence.Connected, IsOver ? [] : [.. participants]));

    private static string NameOf(CallTarget target) =>
        target switch
        {
            CallTarget.Telephone telephone => telephone.Number.E164,
            CallTarget.App app => app.Id,
            _ => "withheld",
        };

    private CommandResult OnHold(CallTarget who, Func<CallTarget, bool> change)
    {
        if (!participants.Contains(who))
        {
            return Refused;
        }

        change(who);
        return CommandResult.Accepted;
    }

    private Task<CommandResult> InCallAsync(string what, CommandId? command, Func<CommandResult> effect) =>
        DoAsync(what, command, () => IsOver ? Gone : effect());

    private async Task<T> DoAsync<T>(string what, CommandId? command, Func<T> effect)
        where T : notnull
    {
        perils.Before();
        Sent.Add(what);
        T result;
        if (command is { } id && done.TryGetValue(id, out var before))
        {
            result = (T)before;
        }
        else
        {
            result = effect();
            Measure();
        }

        if (command is { } known)
        {
            done[known] = result;
        }

        perils.After();
        await Task.CompletedTask;
        return result;
    }
}

using System.Collections.Immutable;
using Koppla.Functions.Telephony;
using Koppla.Routing.Numbers;

namespace Koppla.Concurrency.Tests;

/// <summary>A provider that takes every command, at its leisure, and does a command of one id once.</summary>
internal sealed class Switchboard : ICallControl
{
    public const string Connection = "connection";

    private readonly HashSet<CommandId> done = [];

    /// <summary>What was done, in order.</summary>
    public List<string> Done { get; } = [];

    /// <summary>Where the events of answered calls go.</summary>
    public HashSet<Uri> Callbacks { get; } = [];

    /// <summary>Who is in the call, when somebody looks.</summary>
    public ImmutableArray<CallTarget> Participants { get; set; } = [];

    public Task<CommandResult> RedirectAsync(RingingCall call, CallTarget target, CommandId command, CancellationToken cancellationToken) =>
        DoAsync("redirect", command);

    public Task<CommandResult> RejectAsync(RingingCall call, RejectReason reason, CommandId command, CancellationToken cancellationToken) =>
        DoAsync("reject", command);

    public async Task<AnswerResult> AnswerAsync(RingingCall call, Uri callback, string context, CommandId command, CancellationToken cancellationToken)
    {
        var result = await DoAsync("answer", command);
        Callbacks.Add(callback);
        return new AnswerResult(result, Connection);
    }

    public async Task<AnswerResult> CreateAsync(
        CallTarget target, PhoneNumber? callerId, Uri callback, string context, CommandId command, CancellationToken cancellationToken)
    {
        var result = await DoAsync($"create {target.AsText()}", command);
        Callbacks.Add(callback);
        return new AnswerResult(result, Connection);
    }

    public Task<CommandResult> PlayAsync(string connection, Prompt prompt, string context, CancellationToken cancellationToken) =>
        DoAsync("play", null);

    public Task<CommandResult> PlayToAsync(string connection, CallTarget who, Prompt prompt, string context, CancellationToken cancellationToken) =>
        DoAsync($"play to {who.AsText()}", null);

    public Task<CommandResult> AskForKeyAsync(
        string connection, CallTarget who, Prompt prompt, TimeSpan patience, string context, CancellationToken cancellationToken) =>
        DoAsync($"ask {who.AsText()}", null);

    public Task<CommandResult> StopMediaAsync(string connection, CancellationToken cancellationToken) => DoAsync("stop", null);

    public Task<CommandResult> HoldAsync(string connection, CallTarget who, Uri? music, string context, CancellationToken cancellationToken) =>
        DoAsync($"hold {who.AsText()}", null);

    public Task<CommandResult> UnholdAsync(string connection, CallTarget who, string context, CancellationToken cancellationToken) =>
        DoAsync($"unhold {who.AsText()}", null);

    public async Task<InvitationResult> InviteAsync(string connection, Invitation invitation, CommandId command, CancellationToken cancellationToken) =>
        new(await DoAsync($"invite {invitation.Target.AsText()}", command), $"invitation-{invitation.Context}");

    public Task<CommandResult> CancelInvitationAsync(
        string connection, string invitationId, string context, CommandId command, CancellationToken cancellationToken) =>
        DoAsync($"cancel {invitationId}", command);

    public Task<CommandResult> RemoveAsync(string connection, CallTarget who, string context, CommandId command, CancellationToken cancellationToken) =>
        DoAsync($"remove {who.AsText()}", command);

    public Task<CommandResult> TransferAsync(string connection, Handover handover, CommandId command, CancellationToken cancellationToken) =>
        DoAsync("transfer", command);

    public Task<CommandResult> HangUpAsync(string connection, CommandId command, CancellationToken cancellationToken) => DoAsync("hang up", command);

    public async Task<ConnectionState> LookAsync(string connection, CancellationToken cancellationToken)
    {
        await Task.Yield();
        return new ConnectionState(ConnectionPresence.Connected, Participants);
    }

    private async Task<CommandResult> DoAsync(string what, CommandId? command)
    {
        await Task.Yield();
        if (command is not { } id || done.Add(id))
        {
            Done.Add(what);
        }

        await Task.Yield();
        return CommandResult.Accepted;
    }
}

using System.Collections.Concurrent;
using Koppla.Functions.Telephony;
using Koppla.Functions.Tests.Storage;
using Koppla.Routing.Numbers;

namespace Koppla.Functions.Tests.IncomingCalls;

/// <summary>Call control that notes every command, also in the storage's log, and answers as it is told; otherwise it accepts.</summary>
internal sealed class FakeProvider(FakeStorage storage) : ICallControl
{
    public const string Connection = "connection";

    private readonly ConcurrentQueue<Command> sent = new();

    public IReadOnlyList<Command> Sent => [.. sent];

    public IEnumerable<string> Asked => sent.Select(command => command.What);

    public Func<Command, CancellationToken, Task<CommandResult>> Answer { get; set; } =
        (_, _) => Task.FromResult(CommandResult.Accepted);

    public Task<CommandResult> RedirectAsync(
        RingingCall call, CallTarget target, CommandId command, CancellationToken cancellationToken) =>
        SendAsync(new($"redirect {Text(target)}", call.Handle, command), cancellationToken);

    public Task<CommandResult> RejectAsync(
        RingingCall call, RejectReason reason, CommandId command, CancellationToken cancellationToken) =>
        SendAsync(new($"reject {reason}", call.Handle, command), cancellationToken);

    /// <summary>Where the events of an answered call go.</summary>
    public Uri? Callback { get; private set; }

    /// <summary>What a look at a call gives.</summary>
    public ConnectionState State { get; set; } = new(ConnectionPresence.Connected, []);

    public async Task<AnswerResult> AnswerAsync(
        RingingCall call, Uri callback, string context, CommandId command, CancellationToken cancellationToken)
    {
        Callback = callback;
        var result = await SendAsync(new("answer", call.Handle, command), cancellationToken);
        return new AnswerResult(result, result.Status == CommandStatus.Accepted ? Connection : null);
    }

    public async Task<AnswerResult> CreateAsync(
        CallTarget target, PhoneNumber? callerId, Uri callback, string context, CommandId command, CancellationToken cancellationToken)
    {
        Callback = callback;
        var result = await SendAsync(new($"create {Text(target)}{(callerId is null ? "" : $" as {callerId.E164}")}", context, command), cancellationToken);
        return new AnswerResult(result, result.Status == CommandStatus.Accepted ? Connection : null);
    }

    public Task<CommandResult> PlayAsync(string connection, Prompt prompt, string context, CancellationToken cancellationToken) =>
        SendAsync(new($"play {prompt}", connection, default), cancellationToken);

    public Task<CommandResult> PlayToAsync(
        string connection, CallTarget who, Prompt prompt, string context, CancellationToken cancellationToken) =>
        SendAsync(new($"play {prompt} to {Text(who)}", connection, default), cancellationToken);

    public Task<CommandResult> HoldAsync(
        string connection, CallTarget who, Uri? music, string context, CancellationToken cancellationToken) =>
        SendAsync(new($"hold {Text(who)}", connection, default), cancellationToken);

    public Task<CommandResult> UnholdAsync(string connection, CallTarget who, string context, CancellationToken cancellationToken) =>
        SendAsync(new($"unhold {Text(who)}", connection, default), cancellationToken);

    public Task<CommandResult> AskForKeyAsync(
        string connection, CallTarget who, Prompt prompt, TimeSpan patience, string context, CancellationToken cancellationToken) =>
        SendAsync(new($"ask {Text(who)} for a key", connection, default), cancellationToken);

    public Task<CommandResult> StopMediaAsync(string connection, CancellationToken cancellationToken) =>
        SendAsync(new("stop media", connection, default), cancellationToken);

    public async Task<InvitationResult> InviteAsync(
        string connection, Invitation invitation, CommandId command, CancellationToken cancellationToken) =>
        new(await SendAsync(new($"invite {Text(invitation.Target)}", connection, command), cancellationToken), command.Value.ToString());

    public Task<CommandResult> CancelInvitationAsync(
        string connection, string invitationId, string context, CommandId command, CancellationToken cancellationToken) =>
        SendAsync(new($"cancel {invitationId}", connection, command), cancellationToken);

    public Task<CommandResult> RemoveAsync(
        string connection, CallTarget who, string context, CommandId command, CancellationToken cancellationToken) =>
        SendAsync(new($"remove {Text(who)}", connection, command), cancellationToken);

    public Task<CommandResult> TransferAsync(
        string connection, Handover handover, CommandId command, CancellationToken cancellationToken) =>
        SendAsync(new($"transfer {Text(handover.Target)}", connection, command), cancellationToken);

    public Task<CommandResult> HangUpAsync(string connection, CommandId command, CancellationToken cancellationToken) =>
        SendAsync(new("hang up", connection, command), cancellationToken);

    public Task<ConnectionState> LookAsync(string connection, CancellationToken cancellationToken) =>
        Task.FromResult(State);

    private static string Text(CallTarget target) => target switch
    {
        CallTarget.Telephone telephone => telephone.Number.E164,
        CallTarget.App app => app.Id,
        _ => "withheld",
    };

    private Task<CommandResult> SendAsync(Command command, CancellationToken cancellationToken)
    {
        sent.Enqueue(command);
        storage.Write(command.What);
        return Answer(command, cancellationToken);
    }

    internal sealed record Command(string What, string Handle, CommandId Id);
}

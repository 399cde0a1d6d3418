using System.Diagnostics;
using Koppla.Functions.Telephony;
using Koppla.Routing.Numbers;

namespace Koppla.Functions.Telemetry;

/// <summary>Any provider, with a span and a time for each command. Looking at a call is no command, and has a span only.</summary>
internal sealed class MeasuredCallControl(ICallControl inner, TimeProvider time) : ICallControl
{
    public Task<CommandResult> RedirectAsync(RingingCall call, CallTarget target, CommandId command, CancellationToken cancellationToken) =>
        MeasureAsync("redirect", () => inner.RedirectAsync(call, target, command, cancellationToken));

    public Task<CommandResult> RejectAsync(RingingCall call, RejectReason reason, CommandId command, CancellationToken cancellationToken) =>
        MeasureAsync("reject", () => inner.RejectAsync(call, reason, command, cancellationToken));

    public Task<AnswerResult> AnswerAsync(
        RingingCall call, Uri callback, string context, CommandId command, CancellationToken cancellationToken) =>
        MeasureAsync("answer", () => inner.AnswerAsync(call, callback, context, command, cancellationToken), answer => answer.Result);

    public Task<AnswerResult> CreateAsync(
        CallTarget target, PhoneNumber? callerId, Uri callback, string context, CommandId command, CancellationToken cancellationToken) =>
        MeasureAsync("create", () => inner.CreateAsync(target, callerId, callback, context, command, cancellationToken), created => created.Result);

    public Task<CommandResult> PlayAsync(string connection, Prompt prompt, string context, CancellationToken cancellationToken) =>
        MeasureAsync("play", () => inner.PlayAsync(connection, prompt, context, cancellationToken));

    public Task<CommandResult> PlayToAsync(
        string connection, CallTarget who, Prompt prompt, string context, CancellationToken cancellationToken) =>
        MeasureAsync("play-to", () => inner.PlayToAsync(connection, who, prompt, context, cancellationToken));

    public Task<CommandResult> AskForKeyAsync(
        string connection, CallTarget who, Prompt prompt, TimeSpan patience, string context, CancellationToken cancellationToken) =>
        MeasureAsync("ask-for-key", () => inner.AskForKeyAsync(connection, who, prompt, patience, context, cancellationToken));

    public Task<CommandResult> StopMediaAsync(string connection, CancellationToken cancellationToken) =>
        MeasureAsync("stop-media", () => inner.StopMediaAsync(connection, cancellationToken));

    public Task<CommandResult> HoldAsync(
        string connection, CallTarget who, Uri? music, string context, CancellationToken cancellationToken) =>
        MeasureAsync("hold", () => inner.HoldAsync(connection, who, music, context, cancellationToken));

    public Task<CommandResult> UnholdAsync(string connection, CallTarget who, string context, CancellationToken cancellationToken) =>
        MeasureAsync("unhold", () => inner.UnholdAsync(connection, who, context, cancellationToken));

    public Task<InvitationResult> InviteAsync(
        string connection, Invitation invitation, CommandId command, CancellationToken cancellationToken) =>
        MeasureAsync("invite", () => inner.InviteAsync(connection, invitation, command, cancellationToken), invited => invited.Result);

    public Task<CommandResult> CancelInvitationAsync(
        string connection, string invitationId, string context, CommandId command, CancellationToken cancellationToken) =>
        MeasureAsync("cancel-invitation", () => inner.CancelInvitationAsync(connection, invitationId, context, command, cancellationToken));

    public Task<CommandResult> RemoveAsync(
        string connection, CallTarget who, string context, CommandId command, CancellationToken cancellationToken) =>
        MeasureAsync("remove", () => inner.RemoveAsync(connection, who, context, command, cancellationToken));

    public Task<CommandResult> TransferAsync(
        string connection, Handover handover, CommandId command, CancellationToken cancellationToken) =>
        MeasureAsync("transfer", () => inner.TransferAsync(connection, handover, command, cancellationToken));

    public Task<CommandResult> HangUpAsync(string connection, CommandId command, CancellationToken cancellationToken) =>
        MeasureAsync("hang-up", () => inner.HangUpAsync(connection, command, cancellationToken));

    public async Task<ConnectionState> LookAsync(string connection, CancellationToken cancellationToken)
    {
        using var span = SpanOf("look");
        return await inner.LookAsync(connection, cancellationToken);
    }

    private Task<CommandResult> MeasureAsync(string command, Func<Task<CommandResult>> send) => MeasureAsync(command, send, result => result);

    private async Task<T> MeasureAsync<T>(string command, Func<Task<T>> send, Func<T, CommandResult> resultOf)
    {
        using var span = SpanOf(command);
        if (span is null && !Measurements.TimesCommands)
        {
            return await send();
        }

        var started = time.GetTimestamp();
        var sent = await send();
        var result = resultOf(sent);
        Measurements.Commanded(command, result.Status, time.GetElapsedTime(started));
        span?.SetTag($"koppla.{SignalNames.Tags.Status}", Names.Kebab(result.Status));
        if (result.Status is CommandStatus.Refused or CommandStatus.Unknown)
        {
            span?.SetTag("koppla.code", result.Code).SetStatus(ActivityStatusCode.Error);
        }

        return sent;
    }

    private static Activity? SpanOf(string command) => CallTrace.StartInside(SignalNames.Spans.Command, command, ActivityKind.Client);
}

using Koppla.Functions.IncomingCalls;
using Koppla.Functions.Security;
using Koppla.Functions.Storage;
using Koppla.Functions.Telephony;
using Koppla.Routing.Decisions;
using Microsoft.Extensions.Options;
using NodaTime;

namespace Koppla.Functions.SupervisedCalls;

/// <summary>Answers a call in order to supervise it: claim it, then answer. Repeating it is harmless.</summary>
internal sealed class SupervisedCallStart(
    SupervisedCallStore store,
    WorkPlanner planner,
    ICallControl control,
    IOptions<CallbackOptions> callbacks,
    ISecretSource secrets,
    IClock clock)
{
    private const string Context = "answer";

    private static readonly CommandResult NotClaimed = new(CommandStatus.Refused, "claim-not-stored");

    public async Task<CommandResult> StartAsync(IncomingCall call, Decided decided, CancellationToken cancellationToken)
    {
        var fresh = NewCall(call, decided);
        try
        {
            var version = await store.TryClaimAsync(fresh, cancellationToken);
            var claimed = version is { } mine
                ? new Stored<SupervisedCall>(fresh, mine)
                : await store.ReadAsync(fresh.Facts.Id, cancellationToken);
            return claimed is null ? new CommandResult(CommandStatus.Unknown, "claim-gone") : await AnswerAsync(claimed, cancellationToken);
        }
        catch (Exception failure) when (StorageFailure.Is(failure))
        {
            // Unclaimed, it must not be answered; it can still be sent on.
            return NotClaimed;
        }
    }

    /// <summary>Whether a call is supervised, or was until a while ago.</summary>
    public async Task<bool> IsClaimedAsync(IncomingCall call, CancellationToken cancellationToken) =>
        await store.ReadAsync(call.Key, cancellationToken) is not null;

    /// <summary>Answers again a call that has not been heard of since: the provider says what came of the first answer.</summary>
    public Task<AnswerResult> AnswerAgainAsync(SupervisedCall call, CancellationToken cancellationToken) => call.Ringing is { } ringing
        ? control.AnswerAsync(
            ringing,
            callbacks.Value.AddressOf(call.Facts),
            Context,
            CommandId.For(ringing.Handle, 0),
            cancellationToken)
        : throw new InvalidOperationException("The call has been answered.");

    private async Task<CommandResult> AnswerAsync(Stored<SupervisedCall> claimed, CancellationToken cancellationToken)
    {
        if (claimed.Value.Phase != Phase.Answering)
        {
            return CommandResult.Accepted; // by an earlier delivery of the same event
        }

        var (result, _) = await AnswerAgainAsync(claimed.Value, cancellationToken);
        if (result.Status is CommandStatus.Refused or CommandStatus.CallGone)
        {
            await store.RemoveAsync(claimed.Value.Facts.Id, claimed.ETag, cancellationToken);
        }

        return result;
    }

    private SupervisedCall NewCall(IncomingCall call, Decided decided)
    {
        var now = clock.GetCurrentInstant();
        var facts = new CallFacts(
            call.Key, secrets.Next(), decided.Organisation?.Id, call.CorrelationId, call.At, call.Called.Value, call.Caller, call.Trail)
        {
            CalledUser = decided.User?.Id,
            CallerTarget = call.CallerTarget,
        };
        var planned = planner.For(facts, decided, step: 1, now);
        return new SupervisedCall(facts, Phase.Answering, planned.Work)
        {
            Language = decided.Organisation?.Language ?? Language.Swedish,
            Ringing = call.Ringing,
            StepSince = now,
            Deadline = now + CallDeadlines.Answering,
            Reason = planned.Reason,
            Target = planned.Target,
            Diversions = planned.Diversions,
            Trace = planned.Trace,
            ForwardedBy = planned.ForwardedBy,
        };
    }
}

using Koppla.Functions.OngoingCalls;
using Koppla.Functions.Telemetry;
using Koppla.Functions.Telephony;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Koppla.Functions.SupervisedCalls;

/// <summary>Sees to the calls whose deadline has passed: asks the provider how they are, and carries them on or ends them.</summary>
internal sealed class CallSweeper(
    SupervisedCallStore store,
    SupervisedCallRunner runner,
    SupervisedCallStart start,
    OngoingCallIndex index,
    ICallControl control,
    IClock clock,
    ILogger<CallSweeper> logger) : ICallSweeper
{
    private const int AtOnce = 16;

    public Task SweepAsync(CancellationToken cancellationToken) => Parallel.ForEachAsync(
        store.OverdueAsync(clock.GetCurrentInstant(), cancellationToken),
        new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
        async (id, cancellation) =>
        {
            try
            {
                await SweepAsync(id, cancellation);
            }
            catch (Exception failure) when (!cancellation.IsCancellationRequested)
            {
                // The others must not wait for this one, whatever is wrong with it; the next round sees it again.
                logger.CallNotSwept(failure, id);
            }
        });

    /// <summary>One call, if its deadline has passed.</summary>
    public async Task SweepAsync(string id, CancellationToken cancellationToken)
    {
        if (await store.ReadAsync(id, cancellationToken) is not { } stored || stored.Value.Deadline > clock.GetCurrentInstant())
        {
            return;
        }

        var call = stored.Value;
        if (call.Phase == Phase.Ended)
        {
            await index.ForgetAsync(call, cancellationToken);
            await store.RemoveAsync(id, stored.ETag, cancellationToken);
            return;
        }

        using var span = CallTrace.Start(SignalNames.Spans.Sweep, id);
        logger.CallOverdue(call.Facts.CorrelationId, call.Phase);
        var cause = $"overdue-{call.Step}-{call.Deadline.ToUnixTimeTicks()}";
        if (call.Phase == Phase.Answering)
        {
            await AnswerAgainAsync(call, cause, cancellationToken);
            return;
        }

        var look = call.Connection is { } connection ? await control.LookAsync(connection, cancellationToken) : null;
        await ApplyAsync(call, cause, now => CallMachine.Overdue(now, look, clock.GetCurrentInstant()), cancellationToken);
    }

    private async Task AnswerAgainAsync(SupervisedCall call, string cause, CancellationToken cancellationToken)
    {
        var answer = await start.AnswerAgainAsync(call, cancellationToken);
        var look = answer.Connection is { } connection ? await control.LookAsync(connection, cancellationToken) : null;
        var at = clock.GetCurrentInstant();
        await ApplyAsync(call, cause, now => CallMachine.AnsweredAgain(now, answer, look, cause, at), cancellationToken);
    }

    private async Task ApplyAsync(
        SupervisedCall call, string cause, Func<SupervisedCall, Transition> step, CancellationToken cancellationToken)
    {
        Transition? said = null;
        if (await runner.ApplyAsync(call.Facts.Id, cause, now => said = Same(call, now) ? step(now) : null, cancellationToken)
            && EffectOf(call, said!.Value) is { } effect)
        {
            Measurements.Swept(call.Phase, effect);
        }
    }

    /// <returns>Null: it was only looked at, as every call is from time to time while people talk.</returns>
    private static SweepEffect? EffectOf(SupervisedCall before, Transition said) => said switch
    {
        { Call.Phase: Phase.Ended } => SweepEffect.Ended,
        _ when said.NeedsDecision || said.Call.Phase != before.Phase || said.Call.Step != before.Step || said.Call.IsRepeated != before.IsRepeated =>
            SweepEffect.Advanced,
        _ => null,
    };

    /// <summary>Whether the call is still as it was found: an event may have come after all.</summary>
    private static bool Same(SupervisedCall found, SupervisedCall now) =>
        found.Step == now.Step && found.Phase == now.Phase && found.Connection == now.Connection;
}

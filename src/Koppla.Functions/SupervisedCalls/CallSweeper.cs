using Koppla.Functions.OngoingCalls;
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

        logger.CallOverdue(call.Facts.CorrelationId, call.Phase);
        var cause = $"overdue-{call.Step}-{call.Deadline.ToUnixTimeTicks()}";
        if (call.Phase == Phase.Answering)
        {
            await AnswerAgainAsync(call, cause, cancellationToken);
            return;
        }

        var look = call.Connection is { } connection ? await control.LookAsync(connection, cancellationToken) : null;
        await runner.ApplyAsync(id, cause, now => Same(call, now) ? CallMachine.Overdue(now, look, clock.GetCurrentInstant()) : null, cancellationToken);
    }

    private async Task AnswerAgainAsync(SupervisedCall call, string cause, CancellationToken cancellationToken)
    {
        var answer = await start.AnswerAgainAsync(call, cancellationToken);
        var look = answer.Connection is { } connection ? await control.LookAsync(connection, cancellationToken) : null;
        var at = clock.GetCurrentInstant();
        await runner.ApplyAsync(
            call.Facts.Id,
            cause,
            now => Same(call, now) ? CallMachine.AnsweredAgain(now, answer, look, cause, at) : null,
            cancellationToken);
    }

    /// <summary>Whether the call is still as it was found: an event may have come after all.</summary>
    private static bool Same(SupervisedCall found, SupervisedCall now) =>
        found.Step == now.Step && found.Phase == now.Phase && found.Connection == now.Connection;
}

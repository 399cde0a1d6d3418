using Koppla.Simulator.Calls;
using Koppla.Simulator.Faults;

namespace Koppla.Simulator.EventGrid;

/// <summary>The way of one event to one subscription: at least once, or into the dead letters.</summary>
internal sealed class EventDelivery(
    Subscription subscription,
    IncomingCallEvent incoming,
    CallJournal journal,
    Outbound outbound,
    DeliveryRequest requests,
    TimeProvider time,
    Action<DeadLetter> giveUp)
{
    private static readonly HashSet<int> NeverAgain = [400, 401, 413];

    private readonly byte[] body = incoming.Body(subscription.Schema);

    public async Task RunAsync(DeliveryFault? fault, CancellationToken stopping)
    {
        if (fault is null)
        {
            await DeliverAsync(stopping);
            return;
        }

        if (fault.Drop)
        {
            journal.Note(TimelineKind.EventGrid, "IncomingCall dropped");
            return;
        }

        var wait = fault.Delay + fault.HoldBack;
        if (wait > TimeSpan.Zero)
            await Task.Delay(wait, time, stopping);
        await Copies.SendAsync(fault, time, DeliverAsync, stopping);
    }

    private async Task DeliverAsync(CancellationToken stopping)
    {
        for (var attempt = 0; ; attempt++)
        {
            var count = attempt;
            var reply = await outbound.SendAsync(() => requests.Make(subscription, "Notification", body, count), subscription.AnswerTimeout, stopping);
            if (reply.Status is >= 200 and <= 204)
            {
                journal.Note(TimelineKind.EventGrid, $"IncomingCall delivered ({reply})");
                return;
            }

            journal.Note(TimelineKind.EventGrid, $"IncomingCall not delivered ({reply})");
            if (await WhyNoMoreAsync(attempt + 1, reply.Status, stopping) is { } reason)
            {
                giveUp(new(subscription.Name, incoming.Id, incoming.CorrelationId, reason, attempt + 1, reply.Status));
                journal.Note(TimelineKind.EventGrid, $"IncomingCall given up: {reason}");
                return;
            }
        }
    }

    /// <summary>Waits until the next attempt is due, or says why there is none.</summary>
    private async Task<string?> WhyNoMoreAsync(int attempts, int status, CancellationToken stopping)
    {
        if (NeverAgain.Contains(status))
            return $"{status} is not tried again";
        if (attempts >= subscription.MaxDeliveryAttempts)
            return "MaxDeliveryAttemptsExceeded";

        var delay = subscription.MinimumDelays.TryGetValue(status, out var least) && least > subscription.RetryDelay ? least : subscription.RetryDelay;
        await Task.Delay(delay, time, stopping);
        return time.GetUtcNow() - incoming.Raised > subscription.TimeToLive ? "TimeToLiveExceeded" : null;
    }
}

using System.Collections.Concurrent;
using System.Collections.Immutable;
using Koppla.Simulator.Calls;
using Koppla.Simulator.Faults;
using Koppla.Simulator.Tokens;
using Koppla.Simulator.Wire;

namespace Koppla.Simulator.EventGrid;

/// <summary>The resource's system topic: who subscribes to incoming calls, and their delivery.</summary>
public sealed class EventGridTopic
{
    internal const string Source =
        "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/simulator/providers/Microsoft.Communication/communicationServices/simulator";

    private readonly Outbound outbound;
    private readonly DeliveryRequest requests;
    private readonly FaultPlan faults;
    private readonly BackgroundWork background;
    private readonly TimeProvider time;
    private readonly ConcurrentQueue<DeadLetter> deadLetters = new();
    private ImmutableArray<Subscription> subscriptions = [];

    internal EventGridTopic(Outbound outbound, TokenIssuer tokens, FaultPlan faults, BackgroundWork background, TimeProvider time)
    {
        this.outbound = outbound;
        this.faults = faults;
        this.background = background;
        this.time = time;
        requests = new DeliveryRequest(tokens);
    }

    public IReadOnlyList<Subscription> Subscriptions => subscriptions;

    public IReadOnlyCollection<DeadLetter> DeadLetters => deadLetters;

    /// <summary>Validates the endpoint by the handshake of its schema, then delivers to it. A subscription of the same name is replaced.</summary>
    /// <exception cref="SubscriptionValidationException">The endpoint did not answer the handshake as it must.</exception>
    public async Task SubscribeAsync(Subscription subscription, CancellationToken cancellation = default)
    {
        await new SubscriptionHandshake(outbound, requests, time).PerformAsync(subscription, cancellation);
        ImmutableInterlocked.Update(ref subscriptions, all => all.RemoveAll(Named(subscription.Name)).Add(subscription));
    }

    public void Unsubscribe(string name) => ImmutableInterlocked.Update(ref subscriptions, all => all.RemoveAll(Named(name)));

    /// <summary>Forgets all subscriptions and dead letters.</summary>
    public void Clear()
    {
        subscriptions = [];
        deadLetters.Clear();
    }

    internal bool Wants(Party to) => subscriptions.Any(subscription => Matches(subscription, to));

    /// <summary>Starts the delivery to every subscription that wants the call; false when there is none.</summary>
    internal bool Publish(IncomingCallData data, CallJournal journal)
    {
        var wanting = subscriptions.Where(subscription => Matches(subscription, data.To)).ToArray();
        if (wanting.Length == 0)
            return false;

        var incoming = new IncomingCallEvent(data, time.GetUtcNow());
        foreach (var subscription in wanting)
        {
            var fault = faults.EventGrid.Take("IncomingCall", data.CorrelationId);
            background.Run(stopping =>
                new EventDelivery(subscription, incoming, journal, outbound, requests, time, deadLetters.Enqueue).RunAsync(fault, stopping));
        }

        return true;
    }

    private static bool Matches(Subscription subscription, Party to) =>
        subscription.NumberPrefixes.Count == 0
        || (to.Number is { } number && subscription.NumberPrefixes.Any(prefix => number.StartsWith(prefix, StringComparison.Ordinal)));

    private static Predicate<Subscription> Named(string name) => subscription => string.Equals(subscription.Name, name, StringComparison.OrdinalIgnoreCase);
}

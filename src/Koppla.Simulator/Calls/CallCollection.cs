using System.Collections.Concurrent;
using Koppla.Simulator.Wire;

namespace Koppla.Simulator.Calls;

/// <summary>The calls of the simulator, the oldest forgotten when there are too many.</summary>
public sealed class CallCollection
{
    private readonly Exchange exchange;
    private readonly ConcurrentDictionary<string, SimulatedCall> calls = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> order = new();

    internal CallCollection(Exchange exchange)
    {
        this.exchange = exchange;
        exchange.Started = Add;
    }

    /// <summary>All that are remembered, oldest first.</summary>
    public IReadOnlyList<SimulatedCall> All => [.. order.Select(Find).OfType<SimulatedCall>()];

    /// <summary>By correlationId; null when unknown or forgotten.</summary>
    public SimulatedCall? Find(string id) => calls.GetValueOrDefault(id);

    /// <summary>Somebody calls. The application is told by Event Grid; the call goes on by itself.</summary>
    public Task<SimulatedCall> PlaceAsync(PlaceCall call, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        var state = new CallState(exchange, new CallJournal(exchange.Time))
        {
            From = Party.From(call.From),
            To = Party.From(call.To),
            DisplayName = call.DisplayName,
            Headers = call.SipHeaders is { Count: > 0 } headers ? new CustomContext { SipHeaders = headers } : null,
        };
        var simulated = new SimulatedCall(state);
        Add(simulated);
        state.Start(call.HangUpAfter);
        return Task.FromResult(simulated);
    }

    /// <summary>Forgets every call, also those under way.</summary>
    public void Clear()
    {
        while (order.TryDequeue(out var id))
            Forget(id);
    }

    private void Add(SimulatedCall call)
    {
        calls[call.Id] = call;
        order.Enqueue(call.Id);
        while (order.Count > exchange.Options.KeptCalls && order.TryDequeue(out var oldest))
            Forget(oldest);
    }

    private void Forget(string id)
    {
        if (calls.TryRemove(id, out var call))
            call.Forget();
    }
}

using System.Diagnostics;
using Koppla.Functions.Calls;
using Koppla.Functions.Telemetry;
using Koppla.Functions.Telephony;

namespace Koppla.Functions.SupervisedCalls;

internal sealed class CallEventsHandler(ICallEventReader reader, SupervisedCallRunner runner) : ICallEvents
{
    public async Task<CallEventsHandling> HandleAsync(
        string id, string secret, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        if (!CallRecord.IsId(id))
        {
            return CallEventsHandling.NotFound;
        }

        if (reader.Read(body) is not { } events)
        {
            return CallEventsHandling.Malformed;
        }

        using var span = CallTrace.Start(SignalNames.Spans.CallEvents, id, ActivityKind.Consumer);
        foreach (var happened in events)
        {
            if (!await runner.HandleAsync(id, secret, happened, cancellationToken))
            {
                return CallEventsHandling.NotFound;
            }
        }

        return CallEventsHandling.Done;
    }
}

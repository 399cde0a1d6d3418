using System.Text;
using Microsoft.Azure.Functions.Worker;

namespace Koppla.Functions.IncomingCalls;

/// <summary>Incoming calls by Event Grid trigger; the host has checked its system key.</summary>
public sealed class IncomingCallFunction(IIncomingCalls calls)
{
    [Function("IncomingCall")]
    public async Task RunAsync([EventGridTrigger] string delivery, CancellationToken cancellationToken)
    {
        var handling = await calls.HandleAsync(Encoding.UTF8.GetBytes(delivery), cancellationToken);
        if (handling == Handling.TryAgain)
        {
            // A failed invocation is how a trigger asks for the event again.
            throw new DeliveryFailedException();
        }
    }
}

using System.Text.Json.Serialization.Metadata;
using Koppla.Simulator.Calls;

namespace Koppla.Simulator.Rest;

/// <summary>An operation that takes an incoming call. Exactly one of them may succeed for one incomingCallContext.</summary>
internal abstract class OfferOperation<TRequest>(JsonTypeInfo<TRequest> type) : BodyOperation<TRequest>(type)
    where TRequest : class, IOfferRequest
{
    protected sealed override Reply Execute(Command command, TRequest request)
    {
        if (string.IsNullOrEmpty(request.IncomingCallContext))
            return Refusals.Invalid("The field IncomingCallContext is missing.");
        if (!command.Exchange.Offers.TryGetValue(request.IncomingCallContext, out var offer))
            return Refusals.CallNotFound;

        command.Concerns(offer.Call);
        if (Refuse(command, request) is { } refusal)
            return refusal;
        using (offer.Call.Gate.Enter())
            return offer.Call.Take(offer) is null ? Refusals.CallNotFound : Execute(command, offer, request);
    }

    /// <summary>What is wrong with the request, before the call is taken.</summary>
    protected virtual Reply? Refuse(Command command, TRequest request) => null;

    protected abstract Reply Execute(Command command, Offer offer, TRequest request);
}

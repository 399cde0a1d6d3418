using Koppla.Simulator.Calls;
using Koppla.Simulator.Wire;

namespace Koppla.Simulator.Rest;

/// <summary>Sends a ringing call elsewhere. No event ever tells what became of it.</summary>
internal sealed class RedirectCall() : OfferOperation<RedirectCall.Request>(Json.Wire.RedirectCallRequest)
{
    public override string Pattern => ":redirect";

    protected override Reply? Refuse(Command command, Request request) => Checks.Target(request.Target);

    protected override Reply Execute(Command command, Offer offer, Request request)
    {
        offer.Call.Redirect(request.Target!);
        return Reply.NoContent;
    }

    internal sealed record Request : IOfferRequest
    {
        public string? IncomingCallContext { get; init; }

        public Party? Target { get; init; }
    }
}

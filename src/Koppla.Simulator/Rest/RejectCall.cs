using Koppla.Simulator.Calls;
using Koppla.Simulator.Wire;

namespace Koppla.Simulator.Rest;

internal sealed class RejectCall() : OfferOperation<RejectCall.Request>(Json.Wire.RejectCallRequest)
{
    public override string Pattern => ":reject";

    protected override Reply? Refuse(Command command, Request request) =>
        Reason(request) is "none" or "busy" or "forbidden" ? null : Refusals.Invalid("The field CallRejectReason is none, busy or forbidden.");

    protected override Reply Execute(Command command, Offer offer, Request request)
    {
        var reason = Reason(request);
        offer.Call.Reject(reason, reason switch
        {
            "busy" => 486,
            "forbidden" => 403,
            _ => offer.Call.Options.RejectNoneStatus,
        });
        return Reply.NoContent;
    }

    private static string Reason(Request request) => request.CallRejectReason ?? "none";

    internal sealed record Request : IOfferRequest
    {
        public string? IncomingCallContext { get; init; }

        public string? CallRejectReason { get; init; }
    }
}

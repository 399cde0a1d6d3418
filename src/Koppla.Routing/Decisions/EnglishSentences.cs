namespace Koppla.Routing.Decisions;

internal static class EnglishSentences
{
    internal static string Of(TraceStep step, string number, string destination) => step.Code switch
    {
        TraceCode.DivertedEarlier => $"The call has already been forwarded from {number}.",
        TraceCode.NumberUnknown => $"{number} is not one of our numbers.",
        TraceCode.OrganisationMissing => $"The organisation that owns {number} does not exist.",
        TraceCode.OrganisationSuspended => $"The organisation that owns {number} is suspended.",
        TraceCode.OrganisationActive => $"The organisation that owns {number} is not suspended.",
        TraceCode.CameBack => $"The call has come back to {number}, which has forwarded it already.",
        TraceCode.ReservedMobile => $"{number} is a reserved mobile number and needs an active SIM card.",
        TraceCode.ReservedNotForwarded => $"{number} is a reserved number without forwarding.",
        TraceCode.ReservedForwardingOff => $"{number} is a reserved number; its forwarding to {destination} is switched off.",
        TraceCode.ReservedForwarded => $"{number} is a reserved number and is forwarded to {destination}.",
        TraceCode.UserMissing => $"The user of {number} does not exist.",
        TraceCode.UserDoesNotForward => $"Calls to the {Side(step)} number {number} are not forwarded at once.",
        TraceCode.UserForwardingOff => $"Calls to the {Side(step)} number {number} are not forwarded at once; the forwarding to {destination} is switched off.",
        TraceCode.UserForwards => $"Calls to the {Side(step)} number {number} are forwarded at once to {destination}.",
        TraceCode.NoDevice => $"The user of {number} has nothing that can ring.",
        TraceCode.AppRings => $"The app rings at the user of {number}.",
        TraceCode.TelephoneRings => $"The telephone {destination} rings at the user of {number}.",
        TraceCode.DiversionLoop => $"{number} can't send the call to {destination}, where it has already been: that would be a loop.",
        TraceCode.TooManyDiversions => $"{number} can't send the call to {destination}: it has been forwarded {RoutingEngine.MaxDiversions} times already, the most allowed.",
        TraceCode.DestinationForbidden => $"{number} may not send the call to {destination}: {Reason(step.Refusal)}.",
        TraceCode.DestinationExternal => $"{number} is an external number; the call goes there.",
        TraceCode.FallbackMissing => "The organisation has no fallback number.",
        TraceCode.FallbackAlreadyTried => "The organisation's fallback number has been tried already.",
        TraceCode.Fallback => $"The call goes to the organisation's fallback number {destination} instead.",
        TraceCode.Refused => $"The call to {number} is refused.",
        _ => step.Code.ToString(),
    };

    private static string Side(TraceStep step) => step.Number.IsMobile ? "mobile" : "fixed";

    private static string Reason(string? refusal) => refusal switch
    {
        "destination-premium" => "it is a premium-rate number",
        "destination-mass-calling" => "it is a mass-calling number",
        "destination-shared-cost" => "it is a shared-cost number",
        "destination-personal" => "it is a personal number",
        "destination-pager" => "it is a pager",
        "destination-satellite" => "it is a satellite telephone",
        "destination-international-service" => "it belongs to no country",
        "destination-operator-specific" => "it is an operator-specific number",
        "destination-country-not-allowed" => "the organisation does not allow that country",
        _ => refusal ?? "it is not allowed",
    };
}

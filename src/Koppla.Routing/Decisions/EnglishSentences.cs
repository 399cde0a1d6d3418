namespace Koppla.Routing.Decisions;

internal static class EnglishSentences
{
    internal static string Of(TraceStep step, string number, string destination) =>
        OfWay(step, number, destination) ?? OfProfile(step, number) ?? OfRule(step, number, destination) ?? step.Code.ToString();

    /// <summary>The call's way through the directory.</summary>
    private static string? OfWay(TraceStep step, string number, string destination) => step.Code switch
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
        TraceCode.DiversionLoop => $"{number} can't send the call to {destination}, where it has already been: that would be a loop.",
        TraceCode.TooManyDiversions => $"{number} can't send the call to {destination}: it has been forwarded {RoutingEngine.MaxDiversions} times already, the most allowed.",
        TraceCode.DestinationForbidden => $"{number} may not send the call to {destination}: {Reason(step.Detail)}.",
        TraceCode.ExternalForwardsOff => $"{number} may not send the call to {destination}: the organisation sends no calls outside.",
        TraceCode.ExternalForwardCoolingDown => $"{number} may not send the call to {destination} yet: a new destination outside waits for {step.Detail} minutes.",
        TraceCode.UserForwardLimit => $"{number} may not send the call to {destination}: {step.Detail} of its calls have been sent outside within an hour, the most allowed.",
        TraceCode.OrganisationForwardLimit => $"{number} may not send the call to {destination}: {step.Detail} of the organisation's calls have been sent outside within an hour, the most allowed.",
        TraceCode.DestinationExternal => $"{number} is an external number; the call goes there.",
        TraceCode.FallbackMissing => "The organisation has no fallback number.",
        TraceCode.FallbackAlreadyTried => "The organisation's fallback number has been tried already.",
        TraceCode.Fallback => $"The call goes to the organisation's fallback number {destination} instead.",
        TraceCode.Refused => $"The call to {number} is refused.",
        _ => null,
    };

    /// <summary>Which profile is in force, and for whom it counts.</summary>
    private static string? OfProfile(TraceStep step, string number) => step.Code switch
    {
        TraceCode.NoExceptionFits => $"None of the exceptions for callers at {number} fits this caller.",
        TraceCode.CallerBlocked => $"The user of {number} has blocked this caller.",
        TraceCode.CallerVip => $"The user of {number} lets this caller ring through.",
        TraceCode.ActivationEnded => $"What the user of {number} had activated by hand has ended.",
        TraceCode.NoOneOffNow => $"No one-off period at {number} applies now.",
        TraceCode.NoHolidayNow => $"Today is not a holiday at {number}.",
        TraceCode.NoWeeklyNow => $"No weekly period at {number} applies now.",
        TraceCode.ProfileForced => $"The profile {step.Detail} is in force at {number}: activated by hand, without an end.",
        TraceCode.ProfileActivated => $"The profile {step.Detail} is in force at {number}: activated by hand, for a time.",
        TraceCode.ProfileOneOff => $"The profile {step.Detail} is in force at {number}: a one-off period applies now.",
        TraceCode.ProfileHoliday => $"The profile {step.Detail} is in force at {number}: today is a holiday.",
        TraceCode.ProfileWeekly => $"The profile {step.Detail} is in force at {number}: a weekly period applies now.",
        TraceCode.ProfileDefault => $"The profile {step.Detail} is in force at {number}: it is the default.",
        _ => null,
    };

    /// <summary>What the profile's rule does.</summary>
    private static string? OfRule(TraceStep step, string number, string destination) => step.Code switch
    {
        TraceCode.UserDoesNotForward => $"Calls to the {Side(step)} number {number} are not forwarded at once.",
        TraceCode.UserForwardingOff => $"Calls to the {Side(step)} number {number} are not forwarded at once; the forwarding to {destination} is switched off.",
        TraceCode.UserForwards => $"Calls to the {Side(step)} number {number} are forwarded at once to {destination}.",
        TraceCode.ForwardingWithoutDestination => $"Calls to the {Side(step)} number {number} are to be forwarded at once, but it is not said where.",
        TraceCode.ConditionsQuiescent => $"The rules of {number} for busy, no answer and no connection do not come into play.",
        TraceCode.UserRefers => $"Callers to the {Side(step)} number {number} hear the referral.",
        TraceCode.UserRejects => $"Calls to the {Side(step)} number {number} are turned away.",
        TraceCode.NoDevice => $"The user of {number} has nothing that can ring.",
        TraceCode.AppRings => $"The app rings at the user of {number}.",
        TraceCode.TelephoneRings => $"The telephone {destination} rings at the user of {number}.",
        TraceCode.LineBusy => $"The line {number} is busy.",
        TraceCode.LineDeclined => $"The call was declined at {number}.",
        TraceCode.LineNoAnswer => $"Nobody answers at {number}.",
        TraceCode.LineNoConnection => $"{number} can't be reached.",
        TraceCode.ConditionForwards => $"In that case {number} forwards the call to {destination}.",
        TraceCode.ConditionRefers => $"In that case {number} plays the referral.",
        TraceCode.ConditionOff => $"The rule of {number} for that case is switched off.",
        TraceCode.ConditionMissing => $"{number} has no rule for that case.",
        TraceCode.OpenReferral => $"{number} plays the referral when nobody takes the call.",
        TraceCode.ReferralHeard => $"The caller has heard the referral at {number}.",
        TraceCode.AfterReferralForwards => $"After the referral {number} forwards the call to {destination}.",
        TraceCode.AfterReferralOff => $"The forwarding of {number} after the referral is switched off: the call ends.",
        TraceCode.AfterReferralEnds => $"After the referral at {number} the call ends.",
        TraceCode.ToColleague => $"{destination} is the main number of the colleague {step.Detail}.",
        TraceCode.ColleagueMissing => $"The colleague that {number} sends calls to does not exist.",
        TraceCode.ColleagueWithoutNumber => $"The colleague {step.Detail} has no number.",
        _ => null,
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

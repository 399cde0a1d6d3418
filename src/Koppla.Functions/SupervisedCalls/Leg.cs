using Koppla.Functions.Telephony;
using Koppla.Routing.Decisions;
using Koppla.Routing.Numbers;

namespace Koppla.Functions.SupervisedCalls;

/// <summary>Somebody who is rung.</summary>
/// <param name="CallerId">What a telephone shows.</param>
/// <param name="OtherCallerId">What it shows when the provider refuses the first; null: there is no other.</param>
/// <param name="Failure">Why it did not take the call; null while it rings.</param>
/// <param name="Invitation">What cancels it; null: not known.</param>
/// <param name="ShowsOther">The first caller ID was refused.</param>
internal sealed record Leg(
    CallTarget Target,
    PhoneNumber? CallerId,
    PhoneNumber? OtherCallerId,
    LineState? Failure = null,
    string? Invitation = null,
    bool ShowsOther = false)
{
    public PhoneNumber? Shown => ShowsOther ? OtherCallerId : CallerId;

    /// <summary>A caller ID that the provider does not let us show must not cost the call.</summary>
    public bool CanShowOther => !ShowsOther && OtherCallerId is not null;
}

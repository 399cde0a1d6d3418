using Koppla.Routing.Numbers;

namespace Koppla.Routing.Decisions;

/// <summary>The caller has heard the referral, and nothing follows it.</summary>
/// <param name="Line">The number whose referral it was.</param>
public sealed record HangUp(PhoneNumber Line) : Decision;

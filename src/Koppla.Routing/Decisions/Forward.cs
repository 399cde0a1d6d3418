using Koppla.Routing.Numbers;

namespace Koppla.Routing.Decisions;

/// <param name="Destination">A number outside our directory, allowed by the policy of the organisation that forwards.</param>
/// <param name="FollowedUp">Something is to be done if it does not take the call: true only once the call has been answered.</param>
public sealed record Forward(PhoneNumber Destination, bool FollowedUp = false) : Decision;

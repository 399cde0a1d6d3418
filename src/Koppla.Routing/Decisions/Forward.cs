using Koppla.Routing.Numbers;

namespace Koppla.Routing.Decisions;

/// <param name="Destination">A number outside our directory, allowed by the policy of the organisation that forwards.</param>
public sealed record Forward(PhoneNumber Destination) : Decision;

using Koppla.Routing.Numbers;

namespace Koppla.Routing.Profiles;

/// <summary>A number: one of our own, whose rules then apply, or an external one.</summary>
public sealed record NumberDestination(PhoneNumber Number) : Destination;

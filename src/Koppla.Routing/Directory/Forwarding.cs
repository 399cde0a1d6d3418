using Koppla.Routing.Numbers;

namespace Koppla.Routing.Directory;

/// <summary>Where calls go. A disabled forwarding keeps its destination.</summary>
public sealed record Forwarding(PhoneNumber Destination, bool Enabled);

using Koppla.Routing.Numbers;
using NodaTime;

namespace Koppla.Routing.Directory;

/// <summary>Where calls go. A disabled forwarding keeps its destination.</summary>
public sealed record Forwarding(PhoneNumber Destination, bool Enabled)
{
    /// <summary>Since when the destination stands; null: longer than any cool-down.</summary>
    public Instant? Since { get; init; }
}

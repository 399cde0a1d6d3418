using Koppla.Routing.Directory;

namespace Koppla.Functions.Numbers;

/// <summary>The forwarding of a reserved number.</summary>
internal sealed record ForwardingBody(string Destination, bool Enabled)
{
    public static ForwardingBody Of(Forwarding forwarding) => new(forwarding.Destination.E164, forwarding.Enabled);
}

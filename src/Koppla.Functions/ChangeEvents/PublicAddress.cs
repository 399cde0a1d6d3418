using System.Net;
using System.Net.Sockets;

namespace Koppla.Functions.ChangeEvents;

/// <summary>Tells addresses of the public internet from those of this machine, its network, its platform, and from those of no machine.</summary>
internal static class PublicAddress
{
    /// <summary>The special-purpose registry of IANA, multicast, and what an Azure virtual machine finds its platform at.</summary>
    private static readonly IPNetwork[] NotPublic =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "168.63.129.16/32", "169.254.0.0/16", "172.16.0.0/12",
            "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24",
            "224.0.0.0/4", "240.0.0.0/4",
            // Parts of what is global otherwise: Teredo, benchmarking and other protocols; documentation; 6to4; documentation.
            "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20",
        }.Select(text => IPNetwork.Parse(text)),
    ];

    /// <summary>The rest is local, mapped, translated or not given out.</summary>
    private static readonly IPNetwork Global = IPNetwork.Parse("2000::/3");

    public static bool Is(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return (plain.AddressFamily == AddressFamily.InterNetwork || Global.Contains(plain))
            && !NotPublic.Any(network => network.Contains(plain));
    }
}

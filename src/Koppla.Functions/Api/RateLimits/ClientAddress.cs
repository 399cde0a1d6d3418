using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;

namespace Koppla.Functions.Api.RateLimits;

/// <summary>Where a request comes from, as a limit counts it.</summary>
internal static class ClientAddress
{
    /// <summary>Of an IPv6 address that a subscriber has to itself, in bytes.</summary>
    private const int Network = 8;

    /// <summary>Null: the connection has no address.</summary>
    public static IPAddress? Of(HttpContext context) => context.Connection.RemoteIpAddress is { } address ? Counted(address) : null;

    /// <summary>An IPv6 subscriber has a whole network of addresses.</summary>
    public static IPAddress Counted(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
        {
            return address.MapToIPv4();
        }

        if (address.AddressFamily != AddressFamily.InterNetworkV6)
        {
            return address;
        }

        var bytes = address.GetAddressBytes();
        bytes.AsSpan(Network).Clear();
        return new IPAddress(bytes);
    }
}

using System.Net;
using System.Net.Sockets;

namespace Koppla.Functions.ChangeEvents;

/// <summary>Connects to public addresses only: what is checked is what is connected to, whatever the name stands for a moment later.</summary>
internal static class PublicConnection
{
    /// <exception cref="AddressNotPublicException">The name stands for no public address.</exception>
    /// <exception cref="SocketException">There is no such name, or nobody takes the connection.</exception>
    public static async ValueTask<Stream> OpenAsync(DnsEndPoint receiver, bool allowLoopback, CancellationToken cancellationToken)
    {
        var addresses = await Dns.GetHostAddressesAsync(receiver.Host, cancellationToken);
        IPAddress[] allowed =
            [.. addresses.Where(address => PublicAddress.Is(address) || (allowLoopback && IPAddress.IsLoopback(address)))];
        if (allowed is [])
        {
            throw new AddressNotPublicException();
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, receiver.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

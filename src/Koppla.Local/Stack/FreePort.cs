using System.Net;
using System.Net.Sockets;

namespace Koppla.Local.Stack;

/// <summary>A loopback port on which nobody listens, for a process that must know its own address before it starts.</summary>
internal static class FreePort
{
    public static int Next()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

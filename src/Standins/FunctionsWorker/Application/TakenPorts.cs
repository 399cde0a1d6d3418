using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;

namespace Koppla.Standins.FunctionsWorker.Application;

internal static class TakenPorts
{
    /// <summary>A sentence for each URL of the semicolon-separated list whose port another program listens on.</summary>
    public static IReadOnlyList<string> Among(string? urls) =>
    [
        .. (urls ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(url => IsTaken(BindingAddress.Parse(url)))
            .Select(url => $"The address {url} is already in use: stop the program that listens there, or choose another with --urls."),
    ];

    private static bool IsTaken(BindingAddress address)
    {
        if (address.IsUnixPipe || address.IsNamedPipe || address.Port == 0)
        {
            return false;
        }

        try
        {
            using var listener = new TcpListener(AddressOf(address.Host), address.Port);
            listener.Start();
            return false;
        }
        catch (SocketException exception)
        {
            return exception.SocketErrorCode == SocketError.AddressAlreadyInUse;
        }
    }

    private static IPAddress AddressOf(string host) =>
        IPAddress.TryParse(host, out var address) ? address
        : string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase) ? IPAddress.Loopback
        : IPAddress.Any;
}

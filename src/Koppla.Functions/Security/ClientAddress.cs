using System.Net;
using Microsoft.AspNetCore.Http;

namespace Koppla.Functions.Security;

/// <summary>Where a request comes from.</summary>
internal static class ClientAddress
{
    private const string ForwardedFor = "X-Forwarded-For";

    /// <summary>
    /// The last address that the front end of the host has added: what stands before it is what the client claims. Without a front
    /// end, that of the connection; null: it is not known.
    /// </summary>
    public static string? Of(HttpContext context)
    {
        var hops = context.Request.Headers[ForwardedFor].ToString();
        var last = hops.AsSpan(hops.LastIndexOf(',') + 1).Trim();
        return IPEndPoint.TryParse(last, out var hop) ? hop.Address.ToString() : context.Connection.RemoteIpAddress?.ToString();
    }
}

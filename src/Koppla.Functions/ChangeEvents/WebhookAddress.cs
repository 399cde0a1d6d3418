using System.Net;
using Koppla.Routing;

namespace Koppla.Functions.ChangeEvents;

/// <summary>Where a webhook may be, by its address alone; where its name leads is checked at every connection.</summary>
internal static class WebhookAddress
{
    private const int MaxLength = 1024;
    private const int HttpsPort = 443;
    private const int FirstUnprivilegedPort = 1024;

    public static readonly string[] Refusals = ["url-not-valid", "url-not-https", "url-has-extras", "url-port-not-allowed", "url-not-public"];

    private static readonly Refusal NotValid = new("url-not-valid", $"This is an absolute address of at most {MaxLength} characters.");
    private static readonly Refusal NotHttps = new("url-not-https", "A webhook is reached by https.");
    private static readonly Refusal HasExtras = new("url-has-extras", "A webhook's address has no user name, password or fragment.");
    private static readonly Refusal PortRefused = new("url-port-not-allowed", "A webhook's port is 443, or 1024 or higher.");
    private static readonly Refusal NotPublic = new("url-not-public", "A webhook has a full DNS name, or a public IP address.");

    public static Outcome<Uri> Parse(string text, bool allowLoopback)
    {
        if (text.Length > MaxLength || !Uri.TryCreate(text, UriKind.Absolute, out var url))
        {
            return NotValid;
        }

        var isLocal = allowLoopback && url.IsLoopback;
        if (url.Scheme != Uri.UriSchemeHttps && !(isLocal && url.Scheme == Uri.UriSchemeHttp))
        {
            return NotHttps;
        }

        if (url.UserInfo.Length > 0 || url.Fragment.Length > 0)
        {
            return HasExtras;
        }

        if (url.Port != HttpsPort && url.Port < FirstUnprivilegedPort)
        {
            return PortRefused;
        }

        return isLocal || IsPublic(url) ? url : NotPublic;
    }

    /// <summary>What an address names, accepted or not: its scheme, host, port and path. A password or a key may be in all the rest.</summary>
    /// <returns>Null: it names no host.</returns>
    public static string? PlaceIn(string text) => Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Host.Length > 0
        ? url.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped)
        : null;

    private static bool IsPublic(Uri url) => url.HostNameType switch
    {
        UriHostNameType.Dns => !url.IsLoopback && url.IdnHost.TrimEnd('.').Contains('.', StringComparison.Ordinal),
        UriHostNameType.IPv4 or UriHostNameType.IPv6 => PublicAddress.Is(IPAddress.Parse(url.DnsSafeHost)),
        _ => false,
    };
}

using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;

namespace Koppla.Functions.ChangeEvents;

/// <summary>The header <c>webhook-signature</c> of Standard Webhooks: one signature for each secret.</summary>
internal static class WebhookSignature
{
    /// <param name="at">To the second; the header <c>webhook-timestamp</c> has the same.</param>
    public static string Of(IEnumerable<string> secrets, string id, Instant at, byte[] body)
    {
        byte[] signed = [.. Encoding.UTF8.GetBytes($"{id}.{TimestampOf(at)}."), .. body];
        return string.Join(' ', secrets.Select(
            secret => $"v1,{Convert.ToBase64String(HMACSHA256.HashData(WebhookSecret.KeyOf(secret), signed))}"));
    }

    public static string TimestampOf(Instant at) => at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
}

using Koppla.Functions.Security;

namespace Koppla.Functions.ChangeEvents;

/// <summary>What a webhook's events are signed with, as Standard Webhooks writes it: <c>whsec_</c> and 32 bytes in base64.</summary>
internal static class WebhookSecret
{
    private const string Prefix = "whsec_";

    public static string New(ISecretSource source) => Prefix + Convert.ToBase64String(Convert.FromHexString(source.Next() + source.Next()));

    public static byte[] KeyOf(string secret) => Convert.FromBase64String(secret[Prefix.Length..]);
}

using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Koppla.Functions.Tests.ChangeEvents;

/// <summary>An event as it reached a receiver.</summary>
internal sealed record ReceivedEvent(string Id, string Timestamp, string Signatures, string ContentType, byte[] Body)
{
    public JsonNode Json => JsonNode.Parse(Body)!;

    public string Type => Json["type"]!.GetValue<string>();

    /// <summary>As a receiver does it.</summary>
    public bool IsSignedWith(string secret)
    {
        byte[] signed = [.. Encoding.UTF8.GetBytes($"{Id}.{Timestamp}."), .. Body];
        var expected = HMACSHA256.HashData(Convert.FromBase64String(secret.Split('_')[1]), signed);
        return Signatures.Split(' ').Contains($"v1,{Convert.ToBase64String(expected)}", StringComparer.Ordinal);
    }
}

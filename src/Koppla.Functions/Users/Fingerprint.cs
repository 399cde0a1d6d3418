using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using Koppla.Functions.Api;

namespace Koppla.Functions.Users;

/// <summary>Tells whether two requests with the same key ask for the same.</summary>
internal static class Fingerprint
{
    private const int Bytes = 12;

    /// <param name="area">What is asked to be changed: <c>profiles</c>, <c>activation</c> and so on.</param>
    /// <param name="body">A document of the API.</param>
    public static string Of<T>(string area, T body)
        where T : class
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(body, ApiJson.Default.GetTypeInfo(typeof(T))!);
        return $"{area}:{Base64Url.EncodeToString(SHA256.HashData(json).AsSpan(0, Bytes))}";
    }
}

using System.Buffers.Text;
using System.Text;
using Azure;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Koppla.Functions.Api;

/// <summary>
/// Between the versions of storage and the entity tags of HTTP. Storage's look weak (<c>W/"..."</c>), which If-Match never
/// matches, though they name exact versions: so they travel wrapped in a strong one.
/// </summary>
internal static class EntityTag
{
    public static string Of(ETag version) => $"\"{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(version.ToString()))}\"";

    /// <summary>Whether a change may be made to this version: the request names it, or any, or has no condition.</summary>
    public static bool Allows(HttpRequest request, ETag version)
    {
        if (!ReplacesOnly(request))
        {
            return true;
        }

        var current = new EntityTagHeaderValue(Of(version));
        return request.GetTypedHeaders().IfMatch.Any(
            tag => tag.Equals(EntityTagHeaderValue.Any) || tag.Compare(current, useStrongComparison: true));
    }

    /// <summary>Whether the request asks to replace a version and never to create.</summary>
    public static bool ReplacesOnly(HttpRequest request) => request.Headers.ContainsKey(HeaderNames.IfMatch);

    /// <summary>Whether the request asks to create and never to replace.</summary>
    public static bool CreatesOnly(HttpRequest request) => request.Headers[HeaderNames.IfNoneMatch] == "*";
}

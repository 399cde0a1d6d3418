using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Koppla.Functions;

internal static class BodyLimit
{
    /// <summary>Lets the server refuse a body of more bytes, with 413, when it is read.</summary>
    public static void LimitBody(this HttpContext context, long bytes)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = bytes;
        }
    }
}

using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Koppla.Standins.FunctionsWorker.Http;

/// <summary>
/// A client's X-Forwarded headers never reach a function's request: the host puts its own view in their place and the worker consumes it.
/// They are still to be found in the binding data.
/// </summary>
internal static class ForwardedHeaders
{
    private static readonly string[] names = ["X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Forwarded-Prefix"];

    public static KeyValuePair<string, StringValues>[] Take(IHeaderDictionary headers)
    {
        KeyValuePair<string, StringValues>[] taken = [];
        foreach (var name in names)
        {
            if (headers.TryGetValue(name, out var value))
            {
                taken = [.. taken, new(name, value)];
                headers.Remove(name);
            }
        }

        return taken;
    }
}

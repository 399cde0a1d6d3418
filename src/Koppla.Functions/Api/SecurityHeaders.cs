using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Koppla.Functions.Api;

/// <summary>
/// Headers of every answer, also of failures. What an endpoint has set stays. The host ends TLS, so a request does not tell whether it
/// came by https: HSTS is always sent, and browsers heed it over https only.
/// </summary>
internal static class SecurityHeaders
{
    private static readonly (string Name, string Value)[] all =
    [
        (HeaderNames.CacheControl, "no-store"),
        (HeaderNames.ContentSecurityPolicy, "default-src 'none'; frame-ancestors 'none'"),
        (HeaderNames.StrictTransportSecurity, "max-age=31536000; includeSubDomains"),
        (HeaderNames.XContentTypeOptions, "nosniff"),
        (HeaderNames.XFrameOptions, "DENY"),
        ("Referrer-Policy", "no-referrer"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
    ];

    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(Set, context.Response);
        return next(context);
    });

    private static Task Set(object state)
    {
        var headers = ((HttpResponse)state).Headers;
        foreach (var (name, value) in all)
        {
            headers.TryAdd(name, value);
        }

        return Task.CompletedTask;
    }
}

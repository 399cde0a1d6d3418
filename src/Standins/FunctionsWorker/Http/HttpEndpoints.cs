using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Koppla.Standins.FunctionsWorker.Http;

internal static class HttpEndpoints
{
    /// <param name="pattern">The route.</param>
    /// <param name="methods">Upper case; empty for all.</param>
    /// <param name="answer">Handles the request.</param>
    /// <param name="name">Shown in diagnostics.</param>
    public static Endpoint Create(RoutePattern pattern, string[] methods, RequestDelegate answer, string name)
    {
        var endpoint = new RouteEndpointBuilder(answer, pattern, order: 0) { DisplayName = name };
        endpoint.Metadata.Add(new HttpMethodMetadata(methods));
        return endpoint.Build();
    }

    /// <summary>Routing answers a wrong method with an endpoint of its own that says 405. This host says 404.</summary>
    public static Task RefuseOtherMethods(HttpContext http, RequestDelegate next)
    {
        if (http.GetEndpoint() is not null and not RouteEndpoint)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        return next(http);
    }
}

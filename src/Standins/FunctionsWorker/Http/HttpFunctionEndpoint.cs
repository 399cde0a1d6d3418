using Koppla.Standins.FunctionsWorker.Application;
using Koppla.Standins.FunctionsWorker.Invocation;
using Koppla.Standins.FunctionsWorker.Keys;
using Koppla.Standins.FunctionsWorker.Middleware;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Koppla.Standins.FunctionsWorker.Http;

/// <summary>Answers the requests of one HTTP function.</summary>
internal sealed class HttpFunctionEndpoint(
    HttpRoute route, FunctionPipeline pipeline, HostKeys keys, ShutdownDeadline shutdown, ILogger<HttpFunctionEndpoint> logger)
{
    public Task InvokeAsync(HttpContext http)
    {
        if (!keys.Opens(http.Request, route.Function.Name, route.Level))
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return Task.CompletedTask;
        }

        if (http.Request.ContentLength > BodyLimits.Host)
        {
            http.Response.StatusCode = StatusCodes.Status500InternalServerError;
            return Task.CompletedTask;
        }

        var forwarded = ForwardedHeaders.Take(http.Request.Headers);
        return RunAsync(new HttpInvocationContext(route.Function, http, forwarded, shutdown.Token), http);
    }

    private async Task RunAsync(HttpInvocationContext context, HttpContext http)
    {
        try
        {
            await pipeline.Run(context);
            await HttpResult.WriteAsync(context.Result, http);
        }
        catch (Exception exception) // whatever the function threw becomes a 500 without a body
        {
            if (!IsAbort(exception, http))
            {
                HostLog.FunctionFailed(logger, exception, route.Function.Name, context.InvocationId);
            }

            Fail(http);
        }
    }

    /// <summary>A client that went away is no failure of the function.</summary>
    private static bool IsAbort(Exception exception, HttpContext http) =>
        http.RequestAborted.IsCancellationRequested && exception is (OperationCanceledException or IOException);

    private static void Fail(HttpContext http)
    {
        if (http.Response.HasStarted)
        {
            http.Abort();
            return;
        }

        http.Response.Clear();
        http.Response.StatusCode = StatusCodes.Status500InternalServerError;
    }
}

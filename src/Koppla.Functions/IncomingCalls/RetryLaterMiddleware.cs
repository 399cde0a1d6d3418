using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Logging;

namespace Koppla.Functions.IncomingCalls;

/// <summary>
/// A failure of ours while a call rings answers 503, which Event Grid tries again, and never a code that it gives up on.
/// </summary>
internal sealed class RetryLaterMiddleware(ILogger<RetryLaterMiddleware> logger) : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (Exception failure) when (context.GetHttpContext() is { Response.HasStarted: false } http)
        {
            logger.WebhookFailed(failure, context.FunctionDefinition.Name);
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }
    }
}

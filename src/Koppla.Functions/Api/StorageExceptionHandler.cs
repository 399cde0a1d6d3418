using Koppla.Functions.Storage;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace Koppla.Functions.Api;

/// <summary>Storage that is away is not a bug: 503, to be tried again.</summary>
internal sealed class StorageExceptionHandler : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(
        HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (httpContext.RequestAborted.IsCancellationRequested || !StorageFailure.Is(exception))
        {
            return false;
        }

        httpContext.Response.Headers.RetryAfter = "5";
        await Problems.StorageUnavailable.ToResult().ExecuteAsync(httpContext);
        return true;
    }
}

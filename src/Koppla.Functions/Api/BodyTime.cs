using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Koppla.Functions.Api;

/// <summary>
/// How long a body may take to come. One that takes longer holds a request for nothing; the server's own least rate counts what the host
/// passes on.
/// </summary>
internal static class BodyTime
{
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(20);

    /// <param name="context">The request.</param>
    /// <param name="read">Reads the body.</param>
    /// <param name="refuse">What is given when it does not come in time.</param>
    public static async Task<T> LimitAsync<T>(HttpContext context, Func<Stream, CancellationToken, Task<T>> read, Func<Problem, T> refuse)
    {
        using var limit = new TimeLimit(Most, context.RequestServices.GetRequiredService<TimeProvider>(), context.RequestAborted);
        try
        {
            return await read(context.Request.Body, limit.Token);
        }
        catch (OperationCanceledException) when (!context.RequestAborted.IsCancellationRequested)
        {
            return refuse(Problems.BodyTooSlow);
        }
    }
}

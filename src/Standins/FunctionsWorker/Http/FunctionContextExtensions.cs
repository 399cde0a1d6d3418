using Koppla.Standins.FunctionsWorker.Http;
using Microsoft.AspNetCore.Http;

namespace Microsoft.Azure.Functions.Worker;

public static class FunctionContextExtensions
{
    /// <summary>The request that triggered the function, or null if none did.</summary>
    public static HttpContext? GetHttpContext(this FunctionContext context) => context switch
    {
        HttpInvocationContext own => own.HttpContext,
        _ when context.Items.TryGetValue(HttpInvocationContext.HttpContextKey, out var item) => item as HttpContext,
        _ => null,
    };
}

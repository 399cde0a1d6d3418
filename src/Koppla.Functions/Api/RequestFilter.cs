using Microsoft.AspNetCore.Http;

namespace Koppla.Functions.Api;

/// <summary>Answers for every endpoint of whose request a part could not be read.</summary>
internal sealed class RequestFilter : IEndpointFilter
{
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        foreach (var argument in context.Arguments)
        {
            if (argument is IRequestPart { Problem: { } problem })
            {
                return ValueTask.FromResult<object?>(problem.ToResult());
            }
        }

        return next(context);
    }
}

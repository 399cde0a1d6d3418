using Microsoft.AspNetCore.Http;

namespace Koppla.Functions.Api;

/// <summary>Answers for every endpoint whose body could not be read.</summary>
internal sealed class BodyFilter : IEndpointFilter
{
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        foreach (var argument in context.Arguments)
        {
            if (argument is IJsonBody { Problem: { } problem })
            {
                return ValueTask.FromResult<object?>(problem.ToResult());
            }
        }

        return next(context);
    }
}

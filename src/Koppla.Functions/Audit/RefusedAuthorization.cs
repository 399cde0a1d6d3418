using Koppla.Functions.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Http;

namespace Koppla.Functions.Audit;

/// <summary>Keeps in the audit log that somebody tried to change what the role does not allow.</summary>
internal sealed class RefusedAuthorization(RefusedChanges refused) : IAuthorizationMiddlewareResultHandler
{
    private readonly AuthorizationMiddlewareResultHandler handler = new();

    public async Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (authorizeResult.Forbidden && !HttpMethods.IsGet(context.Request.Method) && Person.From(context.User) is { } person)
        {
            await refused.RecordForbiddenAsync(person, context);
        }

        await handler.HandleAsync(next, context, policy, authorizeResult);
    }
}

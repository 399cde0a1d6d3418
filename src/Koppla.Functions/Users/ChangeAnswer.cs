using Koppla.Functions.Api;
using Koppla.Functions.Insight;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Koppla.Functions.Users;

/// <summary>The answers to a change of a user's call handling.</summary>
internal static class ChangeAnswer
{
    /// <param name="body">What was put, as it is now.</param>
    public static Results<Ok<T>, Created<T>, Ok<ChangePreviewBody>, ProblemHttpResult> Put<T>(
        HttpContext context, ChangedUser? changed, Problem? problem, Func<ChangedUser, T> body)
        where T : class
    {
        if (changed is null)
        {
            return problem!.ToResult();
        }

        context.Response.Headers.ETag = EntityTag.Of(changed.Version);
        if (changed.Preview is { } preview)
        {
            return TypedResults.Ok(preview);
        }

        return changed.IsNew
            ? TypedResults.Created($"{context.Request.PathBase}{context.Request.Path}", body(changed))
            : TypedResults.Ok(body(changed));
    }

    public static Results<NoContent, Ok<ChangePreviewBody>, ProblemHttpResult> Delete(ChangedUser? changed, Problem? problem) => changed switch
    {
        null => problem!.ToResult(),
        { Preview: { } preview } => TypedResults.Ok(preview),
        _ => TypedResults.NoContent(),
    };
}

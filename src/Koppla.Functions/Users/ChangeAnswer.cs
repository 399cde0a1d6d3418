using Azure;
using Koppla.Functions.Api;
using Koppla.Functions.Insight;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Koppla.Functions.Users;

/// <summary>The answers to a change of rules.</summary>
internal static class ChangeAnswer
{
    /// <param name="body">What was put, as it is now.</param>
    public static Results<Ok<T>, Created<T>, Ok<ChangePreviewBody>, ProblemHttpResult> Put<T>(
        HttpContext context, ChangedUser? changed, Problem? problem, Func<ChangedUser, T> body)
        where T : class => changed is null
        ? problem!.ToResult()
        : Put(context, changed.Version, changed.Preview, changed.IsNew, () => body(changed));

    /// <summary>To a change of what every user has: nothing is created.</summary>
    public static Results<Ok<T>, Ok<ChangePreviewBody>, ProblemHttpResult> Replace<T>(
        HttpContext context, ChangedUser? changed, Problem? problem, Func<ChangedUser, T> body)
        where T : class => changed is null
        ? problem!.ToResult()
        : Replace(context, changed.Version, changed.Preview, () => body(changed));

    /// <inheritdoc cref="Put{T}(HttpContext, ETag, ChangePreviewBody, bool, Func{T})"/>
    public static Results<Ok<T>, Ok<ChangePreviewBody>, ProblemHttpResult> Replace<T>(
        HttpContext context, ETag version, ChangePreviewBody? preview, Func<T> body)
        where T : class
    {
        context.Response.Headers.ETag = EntityTag.Of(version);
        return preview is null ? TypedResults.Ok(body()) : TypedResults.Ok(preview);
    }

    /// <param name="version">What is stored now.</param>
    /// <param name="preview">Set when the change was only tried.</param>
    public static Results<Ok<T>, Created<T>, Ok<ChangePreviewBody>, ProblemHttpResult> Put<T>(
        HttpContext context, ETag version, ChangePreviewBody? preview, bool isNew, Func<T> body)
        where T : class
    {
        context.Response.Headers.ETag = EntityTag.Of(version);
        if (preview is not null)
        {
            return TypedResults.Ok(preview);
        }

        return isNew
            ? TypedResults.Created($"{context.Request.PathBase}{context.Request.Path}", body())
            : TypedResults.Ok(body());
    }

    public static Results<NoContent, Ok<ChangePreviewBody>, ProblemHttpResult> Delete(ChangedUser? changed, Problem? problem) => changed switch
    {
        null => problem!.ToResult(),
        { Preview: { } preview } => TypedResults.Ok(preview),
        _ => TypedResults.NoContent(),
    };
}

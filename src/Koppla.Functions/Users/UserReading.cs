using Koppla.Functions.Api;
using Koppla.Functions.Security;
using Koppla.Routing.Directory;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Koppla.Functions.Users;

/// <summary>Answers with a part of a user's call handling, and the version that a change of it can name.</summary>
internal sealed class UserReading(UserRoute route)
{
    /// <param name="part">The part, or why there is none.</param>
    public async Task<Results<Ok<T>, ProblemHttpResult>> AnswerAsync<T>(
        Person person, string user, HttpResponse response, Func<User, (T? Body, Problem? Problem)> part, CancellationToken cancellationToken)
        where T : class
    {
        var (found, problem) = await route.FindAsync(person, user, cancellationToken);
        if (found is null)
        {
            return problem!.ToResult();
        }

        var (body, missing) = part(found.User);
        if (body is null)
        {
            return missing!.ToResult();
        }

        response.Headers.ETag = EntityTag.Of(found.Version);
        return TypedResults.Ok(body);
    }

    /// <inheritdoc cref="AnswerAsync{T}(Person, string, HttpResponse, Func{User, ValueTuple{T, Problem}}, CancellationToken)"/>
    public Task<Results<Ok<T>, ProblemHttpResult>> AnswerAsync<T>(
        Person person, string user, HttpResponse response, Func<User, T> part, CancellationToken cancellationToken)
        where T : class => AnswerAsync<T>(person, user, response, found => (part(found), null), cancellationToken);
}

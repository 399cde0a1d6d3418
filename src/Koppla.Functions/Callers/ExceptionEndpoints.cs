using Koppla.Functions.Api;
using Koppla.Functions.Api.Documentation;
using Koppla.Functions.Insight;
using Koppla.Functions.Security;
using Koppla.Functions.Users;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Koppla.Functions.Callers;

/// <summary>The callers whom a user blocks or always lets through.</summary>
internal static class ExceptionEndpoints
{
    public static void MapExceptions(this IEndpointRouteBuilder api)
    {
        var exceptions = api.MapGroup("/users/{user}/exceptions").RequireAuthorization(Policies.Member);
        exceptions.MapGet("/", GetAsync).Describe("getExceptions", "The callers who are blocked or always let through, in order.");
        exceptions.MapPut("/", PutAsync)
            .Describe("putExceptions", "Replaces them all.")
            .Fails(422, [.. ProblemNames.OfNumber, .. ProblemNames.OfMember])
            .Fails(422, "exception-number-missing", "exception-number-not-expected", "call-handling-too-large");
    }

    private static Task<Results<Ok<ExceptionListBody>, ProblemHttpResult>> GetAsync(
        Person person, string user, UserReading reading, HttpResponse response, CancellationToken cancellationToken) =>
        reading.AnswerAsync(person, user, response, found => ExceptionListBody.Of(found.Handling), cancellationToken);

    private static async Task<Results<Ok<ExceptionListBody>, Ok<ChangePreviewBody>, ProblemHttpResult>> PutAsync(
        Person person,
        string user,
        ChangeTerms terms,
        JsonBody<ExceptionListBody> body,
        UserChange change,
        HttpContext context,
        CancellationToken cancellationToken)
    {
        var (exceptions, problem) = ExceptionReading.Read(body.Value);
        if (problem is not null)
        {
            return problem.ToResult();
        }

        (var changed, problem) = await change.ApplyAsync(
            person, user, terms, found => new UserEdit(found.Handling with { Exceptions = exceptions }), cancellationToken);
        return ChangeAnswer.Replace(context, changed, problem, now => ExceptionListBody.Of(now.Handling));
    }
}

using Koppla.Functions.Api;
using Koppla.Functions.Api.Documentation;
using Koppla.Functions.Audit;
using Koppla.Functions.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Koppla.Functions.ChangeEvents;

/// <summary>The events that the organisation's webhook did not take, for administrators.</summary>
internal static class DeadLetterEndpoints
{
    public static void MapDeadLetters(this IEndpointRouteBuilder api)
    {
        var letters = api.MapGroup("/organisation/webhook/dead-letters").RequireAuthorization(Policies.Administrator);
        letters.MapGet("/", ListAsync)
            .Describe("listDeadLetters", "Events that were given up during the last 30 days.")
            .Reads(Paging.Parameter, Continuation.Parameter);
        letters.MapPost("/{letter}/redeliver", RedeliverAsync)
            .Describe("redeliver", "Sends one of them again.")
            .Fails(409, "webhook-not-enabled");
    }

    private static async Task<Results<Ok<DeadLetterListBody>, ProblemHttpResult>> ListAsync(
        Person person, HttpRequest request, DeadLetters letters, CancellationToken cancellationToken)
    {
        var page = PageRequest.Parse(request.Query, ChangeId.IsId);
        if (page.Problem is { } problem)
        {
            return problem.ToResult();
        }

        var found = await letters.ListAsync(person.Organisation, page.After, page.ReadAtMost, cancellationToken).ToListAsync(cancellationToken);
        var (items, next) = page.PageOf(found, letter => letter.Change.Id);
        return TypedResults.Ok(new DeadLetterListBody([.. items.Select(DeadLetterBody.Of)], next));
    }

    private static async Task<Results<Accepted, ProblemHttpResult>> RedeliverAsync(
        Person person, string letter, Redelivery redelivery, CancellationToken cancellationToken) =>
        await redelivery.BeginAsync(person.Organisation, letter, cancellationToken) is { } problem
            ? problem.ToResult()
            : TypedResults.Accepted((string?)null);
}

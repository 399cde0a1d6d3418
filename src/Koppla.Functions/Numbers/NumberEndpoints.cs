using Koppla.Functions.Api;
using Koppla.Functions.Api.Documentation;
using Koppla.Functions.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Koppla.Functions.Numbers;

/// <summary>An organisation's numbers, for its administrators.</summary>
internal static class NumberEndpoints
{
    public static void MapNumbers(this IEndpointRouteBuilder api)
    {
        var numbers = api.MapGroup("/numbers").RequireAuthorization(Policies.Administrator);
        numbers.MapGet("/", ListAsync)
            .Describe("listNumbers", "The organisation's numbers, a page at a time.")
            .Reads(NumberListQuery.Parameters);
        numbers.MapGet("/{number}", GetAsync).Describe("getNumber", "One of the numbers.");
    }

    private static async Task<Results<Ok<NumberListBody>, ProblemHttpResult>> ListAsync(
        Person person, HttpRequest request, NumberList list, NumberSearch search, HolderSearch byHolder, Holders holders, CancellationToken cancellationToken)
    {
        var query = NumberListQuery.Parse(request.Query);
        if (query.Problem is { } problem)
        {
            return problem.ToResult();
        }

        if (query.Holder is { } words)
        {
            var (items, next) = await byHolder.FindAsync(person.Organisation, words, query.Filter, cancellationToken);
            return TypedResults.Ok(new NumberListBody(items, next is null ? null : Continuation.Of(next)));
        }

        var page = query.Part is { } part
            ? await search.FindAsync(person.Organisation, part, query.Filter, query.After, query.Limit, cancellationToken)
            : await list.ReadAsync(person.Organisation, query.Filter, query.After, query.Limit, cancellationToken);
        return TypedResults.Ok(new NumberListBody(
            await holders.NameAsync(person.Organisation, page.Items, cancellationToken),
            page.Last is { } last ? Continuation.Of(last.Digits) : null));
    }

    private static async Task<Results<Ok<NumberBody>, ProblemHttpResult>> GetAsync(
        Person person, string number, NumberRoute route, Holders holders, HttpResponse response, CancellationToken cancellationToken)
    {
        var (found, problem) = await route.FindAsync(person, number, cancellationToken);
        if (found is null)
        {
            return problem!.ToResult();
        }

        response.Headers.ETag = EntityTag.Of(found.Version);
        return TypedResults.Ok(await holders.NameAsync(found.Number, found.Entry, cancellationToken));
    }
}

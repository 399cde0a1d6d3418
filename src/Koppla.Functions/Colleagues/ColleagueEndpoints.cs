using Koppla.Functions.Api;
using Koppla.Functions.Api.Documentation;
using Koppla.Functions.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using NodaTime;

namespace Koppla.Functions.Colleagues;

/// <summary>Whom a call can be transferred to: colleagues by name, department or number. Never who asks.</summary>
internal static class ColleagueEndpoints
{
    public static void MapColleagues(this IEndpointRouteBuilder api) =>
        api.MapGroup("/colleagues").RequireAuthorization(Policies.Member)
            .MapGet("/", SearchAsync)
            .Describe("findColleagues", "Colleagues by name, department or number, best first, with how they are now.")
            .Reads(ColleagueQuery.Parameters);

    private static async Task<Results<Ok<ColleagueListBody>, ProblemHttpResult>> SearchAsync(
        Person person, HttpRequest request, ColleagueSearch search, IClock clock, CancellationToken cancellationToken)
    {
        var query = ColleagueQuery.Parse(request.Query);
        if (query.Problem is { } problem)
        {
            return problem.ToResult();
        }

        var page = await search.SearchAsync(person, query, cancellationToken);
        var now = clock.GetCurrentInstant();
        return TypedResults.Ok(new ColleagueListBody(
            [.. page.Items.Select(colleague => ColleagueBody.Of(colleague, now))],
            page.Last is { } last ? Continuation.Of(last.ToString()) : null));
    }
}

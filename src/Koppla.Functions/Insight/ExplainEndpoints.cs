using Koppla.Functions.Api;
using Koppla.Functions.Api.Documentation;
using Koppla.Functions.Numbers;
using Koppla.Functions.Security;
using Koppla.Routing.Directory;
using Koppla.Routing.Insight;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using NodaTime;

namespace Koppla.Functions.Insight;

/// <summary>Where a call would go, and why: by the decision that serves calls.</summary>
internal static class ExplainEndpoints
{
    public static void MapExplain(this IEndpointRouteBuilder api) =>
        api.MapGroup("/decisions").RequireAuthorization(Policies.Member)
            .MapPost("/explain", ExplainAsync)
            .Describe("explain", "Where a call would go, and why.")
            .Reads(ReaderLanguage.Header)
            .Fails(404, "number-not-found")
            .Fails(422, [.. ProblemNames.OfNumber, .. ProblemNames.OfMember, "instant-too-far", "line-repeated"]);

    private static async Task<Results<Ok<ExplainBody>, ProblemHttpResult>> ExplainAsync(
        Person person,
        JsonBody<ExplainRequest> body,
        NumberRoute numbers,
        OrganisationView view,
        IClock clock,
        HttpRequest request,
        CancellationToken cancellationToken)
    {
        var (call, problem) = ExplainReading.Read(body.Value, clock.GetCurrentInstant());
        if (call is null)
        {
            return problem!.ToResult();
        }

        var (found, missing) = await numbers.FindAsync(person, call.Called, cancellationToken);
        if (found is null || !MayAsk(person, found.Entry))
        {
            return (missing ?? NumberProblems.NotFound).ToResult();
        }

        var known = RoutingData.Empty.With(call.Called, found.Entry);
        var (prospect, _) = await view.AskAsync<Prospect>(person.Organisation, known, data => Prospect.Of(data, call), cancellationToken);
        return TypedResults.Ok(ExplainBody.Of(prospect, ReaderLanguage.Of(request)));
    }

    /// <summary>Administrators ask about every number of the organisation, others about their own.</summary>
    private static bool MayAsk(Person person, NumberEntry entry) =>
        person.IsAdministrator || (entry is AssignedNumber assigned && assigned.User == person.Id);
}

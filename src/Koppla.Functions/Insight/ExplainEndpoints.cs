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
            .Fails(422, [.. ProblemNames.OfNumber, .. ProblemNames.OfMember, "instant-too-far", "instant-in-future", "line-repeated"]);

    private static async Task<Results<Ok<ExplainBody>, ProblemHttpResult>> ExplainAsync(
        Person person,
        JsonBody<ExplainRequest> body,
        OrganisationView view,
        IClock clock,
        HttpRequest request,
        CancellationToken cancellationToken)
    {
        var (call, asOf, problem) = ExplainReading.Read(body.Value, clock.GetCurrentInstant());
        if (call is null)
        {
            return problem!.ToResult();
        }

        var isNow = body.Value is { At: null, AsOf: null };
        var (prospect, data) = await view.AskAsync<Prospect>(
            person.Organisation,
            asOf,
            RoutingData.Empty,
            known => Prospect.Of(isNow ? known : known.WithoutForwardCounts(), call),
            cancellationToken);
        return data.TryFind(call.Called, out var called) && MayAsk(person, called!)
            ? TypedResults.Ok(ExplainBody.Of(prospect, ReaderLanguage.Of(request)))
            : NumberProblems.NotFound.ToResult();
    }

    /// <summary>Administrators ask about every number of the organisation, others about their own.</summary>
    private static bool MayAsk(Person person, NumberEntry entry) =>
        person.IsAdministrator ? entry is ReservedNumber or AssignedNumber : entry is AssignedNumber assigned && assigned.User == person.Id;
}

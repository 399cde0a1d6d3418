using Koppla.Functions.Api;
using Koppla.Functions.Api.Documentation;
using Koppla.Functions.Security;
using Koppla.Functions.Users;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Koppla.Functions.Destinations;

/// <summary>Where the organisation's calls may be sent, and by which rules.</summary>
internal static class DestinationPolicyEndpoints
{
    public static void MapDestinationPolicy(this IEndpointRouteBuilder api)
    {
        var policy = api.MapGroup("/organisation/destination-policy");
        policy.MapGet("/", GetAsync).RequireAuthorization(Policies.Member)
            .Describe("getDestinationPolicy", "Where calls may be sent.")
            .Fails(404, "organisation-not-found");
        policy.MapPut("/", PutAsync).RequireAuthorization(Policies.Administrator)
            .Describe("putDestinationPolicy", "Replaces it; `breaks` lists the saved rules that it forbids.")
            .Fails(404, "organisation-not-found")
            .Fails(422, [.. ProblemNames.OfMember, "country-unknown"]);
    }

    private static async Task<Results<Ok<DestinationPolicyBody>, ProblemHttpResult>> GetAsync(
        Person person, OrganisationDestinationPolicy policies, HttpResponse response, CancellationToken cancellationToken)
    {
        var (found, problem) = await policies.ReadAsync(person, cancellationToken);
        if (found is null)
        {
            return problem!.ToResult();
        }

        response.Headers.ETag = EntityTag.Of(found.ETag);
        return TypedResults.Ok(DestinationPolicyBody.Of(found.Value));
    }

    private static async Task<Results<Ok<ChangedDestinationPolicyBody>, ProblemHttpResult>> PutAsync(
        Person person,
        ChangeTerms terms,
        JsonBody<DestinationPolicyBody> body,
        OrganisationDestinationPolicy policies,
        HttpResponse response,
        CancellationToken cancellationToken)
    {
        var (policy, problem) = body.Value.Read();
        if (policy is null)
        {
            return problem!.ToResult();
        }

        (var version, var breaks, problem) = await policies.PutAsync(person, policy, terms, cancellationToken);
        if (version is not { } now)
        {
            return problem!.ToResult();
        }

        response.Headers.ETag = EntityTag.Of(now);
        return TypedResults.Ok(ChangedDestinationPolicyBody.Of(policy, breaks!));
    }
}

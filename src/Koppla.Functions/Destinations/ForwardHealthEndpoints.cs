using Koppla.Functions.Api;
using Koppla.Functions.Api.Documentation;
using Koppla.Functions.Organisations;
using Koppla.Functions.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Koppla.Functions.Destinations;

/// <summary>What is wrong with the organisation's forwards, for its administrators.</summary>
internal static class ForwardHealthEndpoints
{
    private static readonly Problem NeverChecked = new(
        StatusCodes.Status404NotFound, "forward-health-not-found", "The forwards have not been checked yet: POST checks them now.");

    public static void MapForwardHealth(this IEndpointRouteBuilder api)
    {
        var health = api.MapGroup("/organisation/forward-health").RequireAuthorization(Policies.Administrator);
        health.MapGet("/", GetAsync)
            .Describe("getForwardHealth", "The last report of the check of all forwards.")
            .Fails(404, "forward-health-not-found");
        health.MapPost("/", PostAsync)
            .Describe("checkForwardHealth", "Checks all forwards now.")
            .Fails(404, "organisation-not-found");
    }

    private static async Task<Results<Ok<ForwardHealthBody>, ProblemHttpResult>> GetAsync(
        Person person, ForwardHealthStore store, CancellationToken cancellationToken) =>
        await store.ReadAsync(person.Organisation, cancellationToken) is { } report ? TypedResults.Ok(report) : NeverChecked.ToResult();

    private static async Task<Results<Ok<ForwardHealthBody>, ProblemHttpResult>> PostAsync(
        Person person, ForwardHealth health, CancellationToken cancellationToken) =>
        await health.CheckAsync(person.Organisation, cancellationToken) is { } report ? TypedResults.Ok(report) : OrganisationProblems.NotFound.ToResult();
}

using Koppla.Functions.Api;
using Koppla.Functions.Api.Documentation;
using Koppla.Functions.Insight;
using Koppla.Functions.Security;
using Koppla.Functions.Users;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Koppla.Functions.Organisations;

/// <summary>The organisation of who asks.</summary>
internal static class OrganisationEndpoints
{
    public static void MapOrganisation(this IEndpointRouteBuilder api)
    {
        var organisation = api.MapGroup("/organisation");
        organisation.MapGet("/", GetAsync).RequireAuthorization(Policies.Member)
            .Describe("getOrganisation", "The organisation of who asks.")
            .Fails(404, "organisation-not-found");
        organisation.MapPut("/", PutAsync).RequireAuthorization(Policies.Administrator)
            .Describe("putOrganisation", "Creates the organisation of who asks, or changes it.")
            .Fails(422, OrganisationReading.Refusals);
    }

    private static async Task<Results<Ok<OrganisationBody>, ProblemHttpResult>> GetAsync(
        Person person, OrganisationStore store, HttpResponse response, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(person.Organisation, cancellationToken) is not { } found)
        {
            return OrganisationProblems.NotFound.ToResult();
        }

        response.Headers.ETag = EntityTag.Of(found.ETag);
        return TypedResults.Ok(OrganisationBody.Of(found.Value));
    }

    private static async Task<Results<Ok<OrganisationBody>, Created<OrganisationBody>, Ok<ChangePreviewBody>, ProblemHttpResult>> PutAsync(
        Person person,
        ChangeTerms terms,
        JsonBody<OrganisationBody> body,
        OrganisationPut put,
        HttpContext context,
        CancellationToken cancellationToken)
    {
        var (wish, problem) = OrganisationReading.Read(body.Value);
        if (wish is null)
        {
            return problem!.ToResult();
        }

        (var changed, problem) = await put.PutAsync(person, wish, terms, cancellationToken);
        return changed switch
        {
            null => problem!.ToResult(),
            { Version: { } version } => ChangeAnswer.Put(
                context, version, changed.Preview, changed.IsNew, () => OrganisationBody.Of(changed.Value)),
            _ => TypedResults.Ok(changed.Preview),
        };
    }
}

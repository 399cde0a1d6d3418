using Koppla.Functions.Api;
using Koppla.Functions.Api.Documentation;
using Koppla.Functions.Insight;
using Koppla.Functions.Security;
using Koppla.Functions.Users;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Koppla.Functions.Numbers;

/// <summary>The forwarding of reserved numbers, for administrators.</summary>
internal static class ForwardingEndpoints
{
    public static void MapForwarding(this IEndpointRouteBuilder api)
    {
        var forwarding = api.MapGroup("/numbers/{number}/forwarding").RequireAuthorization(Policies.Administrator);
        forwarding.MapGet("/", GetAsync)
            .Describe("getForwarding", "Where a reserved number is forwarded.")
            .Fails(404, "forwarding-not-found")
            .Fails(409, "number-assigned");
        forwarding.MapPut("/", PutAsync)
            .Describe("putForwarding", "Forwards a reserved number.")
            .ForwardsOutside()
            .Fails(409, "number-assigned")
            .Fails(422, [.. ProblemNames.OfDestination, .. ProblemNames.OfCircle, "destination-missing", "reserved-mobile-needs-sim"]);
        forwarding.MapDelete("/", DeleteAsync)
            .Describe("deleteForwarding", "No more forwarding.")
            .Fails(404, "forwarding-not-found")
            .Fails(409, "number-assigned");
    }

    private static async Task<Results<Ok<ForwardingBody>, ProblemHttpResult>> GetAsync(
        Person person, string number, ForwardingChange change, HttpResponse response, CancellationToken cancellationToken)
    {
        var (current, problem) = await change.ReadAsync(person, number, cancellationToken);
        if (current is null)
        {
            return problem!.ToResult();
        }

        response.Headers.ETag = EntityTag.Of(current.Version);
        return TypedResults.Ok(ForwardingBody.Of(current.Value));
    }

    private static async Task<Results<Ok<ForwardingBody>, Created<ForwardingBody>, Ok<ChangePreviewBody>, ProblemHttpResult>> PutAsync(
        Person person,
        string number,
        ChangeTerms terms,
        JsonBody<ForwardingRequest> body,
        ForwardingChange change,
        HttpContext context,
        CancellationToken cancellationToken)
    {
        var (changed, problem) = await change.PutAsync(person, number, body.Value, terms, cancellationToken);
        return changed is null
            ? problem!.ToResult()
            : ChangeAnswer.Put(context, changed.Version, changed.Preview, changed.IsNew, () => ForwardingBody.Of(changed.Value));
    }

    private static async Task<Results<NoContent, Ok<ChangePreviewBody>, ProblemHttpResult>> DeleteAsync(
        Person person, string number, ChangeTerms terms, ForwardingChange change, CancellationToken cancellationToken) =>
        await change.DeleteAsync(person, number, terms, cancellationToken) switch
        {
            (_, { } problem) => problem.ToResult(),
            ({ } preview, _) => TypedResults.Ok(preview),
            _ => TypedResults.NoContent(),
        };
}

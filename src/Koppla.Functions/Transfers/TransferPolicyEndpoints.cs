using Koppla.Functions.Api;
using Koppla.Functions.Api.Documentation;
using Koppla.Functions.Insight;
using Koppla.Functions.Organisations;
using Koppla.Functions.Security;
using Koppla.Functions.Users;
using Koppla.Routing.Directory;
using Koppla.Routing.Transfers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Koppla.Functions.Transfers;

/// <summary>What is done when a direct transfer fails: the organisation's policy, and what a user has instead.</summary>
internal static class TransferPolicyEndpoints
{
    private static readonly Problem NoneOfItsOwn = new(
        StatusCodes.Status404NotFound, "transfer-policy-not-found", "The user has no policy of its own: the organisation's holds.", "user");

    public static void MapTransferPolicies(this IEndpointRouteBuilder api)
    {
        var users = api.MapGroup("/users/{user}/transfer-policy").RequireAuthorization(Policies.Member);
        users.MapGet("/", GetOfUserAsync).Describe("getUserTransferPolicy", "What is done when a direct transfer of the user's fails.");
        users.MapPut("/", PutOfUserAsync)
            .Describe("putUserTransferPolicy", "Gives the user a policy of its own.")
            .ForwardsOutside()
            .Fails(422, TransferPolicyRules.Refusals);
        users.MapDelete("/", DeleteOfUserAsync)
            .Describe("deleteUserTransferPolicy", "Then the organisation's holds.")
            .Fails(404, NoneOfItsOwn.Name);
        var organisation = api.MapGroup("/organisation/transfer-policy");
        organisation.MapGet("/", GetAsync).RequireAuthorization(Policies.Member)
            .Describe("getTransferPolicy", "What is done when a direct transfer fails, of users who have no policy of their own.")
            .Fails(404, "organisation-not-found");
        organisation.MapPut("/", PutAsync).RequireAuthorization(Policies.Administrator)
            .Describe("putTransferPolicy", "Replaces it; in force everywhere after half a minute.")
            .ForwardsOutside()
            .Fails(404, "organisation-not-found")
            .Fails(422, TransferPolicyRules.Refusals);
    }

    /// <summary>The one that holds for the user.</summary>
    private static async Task<Results<Ok<TransferPolicyBody>, ProblemHttpResult>> GetOfUserAsync(
        Person person,
        string user,
        UserReading reading,
        OrganisationCache organisations,
        HttpResponse response,
        CancellationToken cancellationToken)
    {
        var organisation = await organisations.GetAsync(person.Organisation, cancellationToken);
        return await reading.AnswerAsync(person, user, response, found => BodyOf(found, organisation), cancellationToken);
    }

    private static async Task<Results<Ok<TransferPolicyBody>, Created<TransferPolicyBody>, Ok<ChangePreviewBody>, ProblemHttpResult>> PutOfUserAsync(
        Person person,
        string user,
        ChangeTerms terms,
        JsonBody<TransferPolicyBody> body,
        TransferPolicyRules rules,
        UserChange change,
        HttpContext context,
        CancellationToken cancellationToken)
    {
        var (policy, problem) = body.Value.Read();
        problem ??= await rules.CheckAsync(person.Organisation, policy, cancellationToken);
        if (problem is not null)
        {
            return problem.ToResult();
        }

        (var changed, problem) = await change.ApplyAsync(
            person,
            user,
            terms,
            found => new UserEdit(found.Handling with { TransferPolicy = policy }) { IsNew = found.Handling.TransferPolicy is null },
            cancellationToken);
        return ChangeAnswer.Put(context, changed, problem, _ => TransferPolicyBody.OfUser(policy));
    }

    /// <summary>Then the organisation's holds.</summary>
    private static async Task<Results<NoContent, Ok<ChangePreviewBody>, ProblemHttpResult>> DeleteOfUserAsync(
        Person person, string user, ChangeTerms terms, UserChange change, CancellationToken cancellationToken)
    {
        var (changed, problem) = await change.ApplyAsync(
            person,
            user,
            terms,
            found => found.Handling.TransferPolicy is null ? NoneOfItsOwn : new UserEdit(found.Handling with { TransferPolicy = null }),
            cancellationToken);
        return ChangeAnswer.Delete(changed, problem);
    }

    private static async Task<Results<Ok<TransferPolicyBody>, ProblemHttpResult>> GetAsync(
        Person person, OrganisationTransferPolicy policies, HttpResponse response, CancellationToken cancellationToken)
    {
        var (found, problem) = await policies.ReadAsync(person, cancellationToken);
        if (found is null)
        {
            return problem!.ToResult();
        }

        response.Headers.ETag = EntityTag.Of(found.ETag);
        return TypedResults.Ok(TransferPolicyBody.OfOrganisation(found.Value));
    }

    private static async Task<Results<Ok<TransferPolicyBody>, Ok<ChangePreviewBody>, ProblemHttpResult>> PutAsync(
        Person person,
        ChangeTerms terms,
        JsonBody<TransferPolicyBody> body,
        OrganisationTransferPolicy policies,
        HttpContext context,
        CancellationToken cancellationToken)
    {
        var (policy, problem) = body.Value.Read();
        if (problem is not null)
        {
            return problem.ToResult();
        }

        (var version, var preview, problem) = await policies.PutAsync(person, policy, terms, cancellationToken);
        return version is { } now
            ? ChangeAnswer.Replace(context, now, preview, () => TransferPolicyBody.OfOrganisation(policy))
            : problem!.ToResult();
    }

    private static TransferPolicyBody BodyOf(User user, Organisation? organisation) => user.Handling.TransferPolicy is { } own
        ? TransferPolicyBody.OfUser(own)
        : TransferPolicyBody.OfOrganisation(organisation?.TransferPolicy ?? TransferPolicy.Recall);
}

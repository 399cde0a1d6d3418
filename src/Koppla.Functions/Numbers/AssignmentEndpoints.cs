using Koppla.Functions.Api;
using Koppla.Functions.Api.Documentation;
using Koppla.Functions.Insight;
using Koppla.Functions.Security;
using Koppla.Functions.Users;
using Koppla.Routing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Koppla.Functions.Numbers;

/// <summary>Whose a number is, for administrators.</summary>
internal static class AssignmentEndpoints
{
    public static void MapAssignments(this IEndpointRouteBuilder api)
    {
        var assignment = api.MapGroup("/numbers/{number}/assignment").RequireAuthorization(Policies.Administrator);
        assignment.MapPut("/", PutAsync)
            .Describe("assignNumber", "Ties a reserved number to a user; its forwarding ends.")
            .Fails(409, "number-assigned")
            .Fails(422, [.. ProblemNames.OfCircle, "user-unknown", "id-not-valid"]);
        assignment.MapDelete("/", DeleteAsync)
            .Describe("unassignNumber", "The number is reserved again, and not forwarded.")
            .Fails(404, "assignment-not-found");
    }

    private static async Task<Results<Ok<NumberBody>, Created<NumberBody>, Ok<ChangePreviewBody>, ProblemHttpResult>> PutAsync(
        Person person,
        string number,
        ChangeTerms terms,
        JsonBody<AssignmentRequest> body,
        Assignments assignments,
        Holders holders,
        HttpContext context,
        CancellationToken cancellationToken)
    {
        var reading = new BodyReading();
        var user = reading.Required(body.Value.User, "user") is { } text ? reading.Value(UserId.Parse(text), "user") : default;
        if (reading.Problem is { } malformed)
        {
            return malformed.ToResult();
        }

        var (assigned, problem) = await assignments.AssignAsync(person, number, user, terms, cancellationToken);
        if (assigned is null)
        {
            return problem!.ToResult();
        }

        var told = assigned.Preview is null ? await holders.NameAsync(assigned.Number, assigned.Value, cancellationToken) : null;
        return ChangeAnswer.Put(context, assigned.Version, assigned.Preview, assigned.IsNew, () => told!);
    }

    private static async Task<Results<NoContent, Ok<ChangePreviewBody>, ProblemHttpResult>> DeleteAsync(
        Person person, string number, ChangeTerms terms, Assignments assignments, CancellationToken cancellationToken) =>
        await assignments.UnassignAsync(person, number, terms, cancellationToken) switch
        {
            (_, { } problem) => problem.ToResult(),
            ({ } preview, _) => TypedResults.Ok(preview),
            _ => TypedResults.NoContent(),
        };
}

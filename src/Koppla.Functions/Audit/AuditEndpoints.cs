using Koppla.Functions.Api;
using Koppla.Functions.Api.Documentation;
using Koppla.Functions.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Koppla.Functions.Audit;

/// <summary>What was changed in the organisation, by whom, for its administrators.</summary>
internal static class AuditEndpoints
{
    private static readonly Problem NotFound = new(
        StatusCodes.Status404NotFound, "change-not-found", "The organisation's audit log has no such change.", "change");

    public static void MapAudit(this IEndpointRouteBuilder api)
    {
        var audit = api.MapGroup("/audit").RequireAuthorization(Policies.Administrator);
        audit.MapGet("/", ListAsync)
            .Describe("listChanges", "What was changed, and what was refused, newest first.")
            .Reads(AuditListQuery.Parameters);
        audit.MapGet("/{change}", GetAsync)
            .Describe("getChange", "A change, with what it was before and what it has become.");
    }

    private static async Task<Results<Ok<AuditListBody>, ProblemHttpResult>> ListAsync(
        Person person, HttpRequest request, AuditLog log, CancellationToken cancellationToken)
    {
        var (query, page, problem) = AuditListQuery.Parse(request.Query);
        if (problem is not null)
        {
            return problem.ToResult();
        }

        var changes = await log
            .ListAsync(person.Organisation, query, cancellationToken)
            .Take(page.ReadAtMost)
            .ToListAsync(cancellationToken);
        var (items, next) = page.PageOf(changes, change => change.Id);
        return TypedResults.Ok(new AuditListBody([.. items.Select(AuditEntryBody.Of)], next));
    }

    private static async Task<Results<Ok<AuditEntryBody>, ProblemHttpResult>> GetAsync(
        Person person, string change, AuditLog log, CancellationToken cancellationToken) =>
        ChangeId.IsId(change) && await log.FindAsync(person.Organisation, change, cancellationToken) is { } found
            ? TypedResults.Ok(AuditEntryBody.Of(found))
            : NotFound.ToResult();
}

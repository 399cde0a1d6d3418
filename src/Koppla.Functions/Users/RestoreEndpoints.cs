using Koppla.Functions.Activating;
using Koppla.Functions.Api;
using Koppla.Functions.Api.Documentation;
using Koppla.Functions.Audit;
using Koppla.Functions.Insight;
using Koppla.Functions.Security;
using Koppla.Routing.Directory;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using NodaTime;

namespace Koppla.Functions.Users;

/// <summary>Brings back an earlier version of a user's call handling, for administrators.</summary>
internal static class RestoreEndpoints
{
    private const string Action = "call-handling-restored";

    private static readonly Problem VersionUnknown = new(
        StatusCodes.Status422UnprocessableEntity, "version-unknown", "The audit log has no such version of the user.", "change");

    public static void MapRestore(this IEndpointRouteBuilder api) =>
        api.MapGroup("/users/{user}/restore").RequireAuthorization(Policies.Administrator)
            .MapPost("/", PostAsync)
            .Describe("restoreUser", "Brings back the call handling as a change in the audit log left it.")
            .ForwardsOutside()
            .Fails(422, [.. ProblemNames.OfProfile, "version-unknown"]);

    private static async Task<Results<Ok<StatusBody>, Ok<ChangePreviewBody>, ProblemHttpResult>> PostAsync(
        Person person,
        string user,
        ChangeTerms terms,
        JsonBody<RestoreRequest> body,
        AuditLog log,
        UserRoute route,
        UserChange change,
        IClock clock,
        HttpResponse response,
        CancellationToken cancellationToken)
    {
        var (found, problem) = await route.FindAsync(person, user, cancellationToken);
        if (found is null)
        {
            return problem!.ToResult();
        }

        if (await FindAsync(found.User, body.Value.Change, log, cancellationToken) is not { } version)
        {
            return (body.Value.Change is null ? Problems.Missing("change") : VersionUnknown).ToResult();
        }

        (var changed, problem) = await change.ApplyAsync(
            person, user, terms, Fingerprint.Of("restore", body.Value), now => Edit(now.Handling, version), cancellationToken);
        if (changed is null)
        {
            return problem!.ToResult();
        }

        response.Headers.ETag = EntityTag.Of(changed.Version);
        return changed.Preview is { } preview
            ? TypedResults.Ok(preview)
            : TypedResults.Ok(StatusBody.Of(changed.Handling, clock.GetCurrentInstant()));
    }

    private static async Task<CallHandling?> FindAsync(User user, string? change, AuditLog log, CancellationToken cancellationToken) =>
        change is not null && ChangeId.IsId(change)
        && await log.FindAsync(user.Organisation, change, cancellationToken) is { Refused: null, After: { } snapshot } made
        && made.Object == AuditedObject.Of(user.Id)
            ? UserMapping.FromSnapshot(user.Organisation, user.Id, snapshot).Handling
            : null;

    /// <summary>The devices are the user's, not the rules': they stay.</summary>
    private static UserEdit Edit(CallHandling now, CallHandling version) => new(version with { Devices = now.Devices })
    {
        Checked = [.. version.Profiles.Select(profile => new CheckedProfile(profile, NamedBy: "change"))],
        Action = Action,
    };
}

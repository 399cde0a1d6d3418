using Koppla.Functions.Activating;
using Koppla.Functions.Api;
using Koppla.Functions.Api.Documentation;
using Koppla.Functions.Profiles;
using Koppla.Functions.Scheduling;
using Koppla.Functions.Security;
using Koppla.Functions.Users;
using Koppla.Routing.Profiles;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using NodaTime;

namespace Koppla.Functions.Bulk;

/// <summary>The same change of many users, for administrators.</summary>
internal static class BulkEndpoints
{
    public static void MapBulk(this IEndpointRouteBuilder api)
    {
        var bulk = api.MapGroup("/users/bulk").RequireAuthorization(Policies.Administrator);
        bulk.MapPost("/activation", PostActivationAsync)
            .Describe("bulkActivation", "Puts a profile in force for up to 200 users.")
            .ChangesEachAlone()
            .TellsOfStorage()
            .Fails(422, BulkUsers.Refusals)
            .Fails(422, ActivationProblems.OfWishes);
        bulk.MapPost("/profiles", PostProfileAsync)
            .Describe("bulkProfiles", "Makes or replaces a profile of up to 200 users.")
            .ChangesEachAlone()
            .TellsOfStorage()
            .Fails(422, BulkUsers.Refusals)
            .Fails(422, ProfileProblems.OfBodies);
        bulk.MapPost("/schedule", PostScheduleAsync)
            .Describe("bulkSchedule", "Replaces the schedule of up to 200 users.")
            .ChangesEachAlone()
            .TellsOfStorage()
            .Fails(422, BulkUsers.Refusals)
            .Fails(422, ScheduleReading.Refusals);
    }

    private static async Task<Results<Ok<BulkBody>, ProblemHttpResult>> PostActivationAsync(
        Person person,
        ChangeTerms terms,
        JsonBody<BulkActivationRequest> body,
        BulkChange change,
        IClock clock,
        CancellationToken cancellationToken)
    {
        if (body.Value.Activation is not { } asked)
        {
            return Problems.Missing("activation").ToResult();
        }

        var now = clock.GetCurrentInstant();
        var (users, problem) = BulkUsers.Read(body.Value.Users);
        var (wish, malformed) = ActivationReading.Read(asked, now);
        if ((problem ?? malformed?.Under("activation")) is { } refused)
        {
            return refused.ToResult();
        }

        return TypedResults.Ok(await change.ApplyAsync(
            person, users, terms, Fingerprint.Of("bulk-activation", body.Value), user => wish!.For(user.Handling, now), cancellationToken));
    }

    private static async Task<Results<Ok<BulkBody>, ProblemHttpResult>> PostProfileAsync(
        Person person, ChangeTerms terms, JsonBody<BulkProfileRequest> body, BulkChange change, CancellationToken cancellationToken)
    {
        if (body.Value.Profile is not { } asked)
        {
            return Problems.Missing("profile").ToResult();
        }

        var (users, problem) = BulkUsers.Read(body.Value.Users);
        var (profile, malformed) = Read(asked);
        if ((problem ?? malformed?.Under("profile")) is { } refused)
        {
            return refused.ToResult();
        }

        return TypedResults.Ok(await change.ApplyAsync(
            person,
            users,
            terms,
            Fingerprint.Of("bulk-profiles", body.Value),
            user => ProfileEdits.Put(user.Handling, profile!),
            cancellationToken));
    }

    private static async Task<Results<Ok<BulkBody>, ProblemHttpResult>> PostScheduleAsync(
        Person person, ChangeTerms terms, JsonBody<BulkScheduleRequest> body, BulkChange change, CancellationToken cancellationToken)
    {
        if (body.Value.Schedule is not { } asked)
        {
            return Problems.Missing("schedule").ToResult();
        }

        var (users, problem) = BulkUsers.Read(body.Value.Users);
        var (schedule, malformed) = ScheduleReading.Read(asked);
        if ((problem ?? malformed?.Under("schedule")) is { } refused)
        {
            return refused.ToResult();
        }

        return TypedResults.Ok(await change.ApplyAsync(
            person,
            users,
            terms,
            Fingerprint.Of("bulk-schedule", body.Value),
            user => ScheduleEdits.Put(user.Handling, schedule!),
            cancellationToken));
    }

    private static (Profile? Profile, Problem? Problem) Read(ProfileBody body)
    {
        if (body.Id is null)
        {
            return (null, Problems.Missing("id"));
        }

        var id = ProfileId.Parse(body.Id);
        return id.IsOk
            ? ProfileReading.Read(body, id.Value)
            : (null, Problem.Of(StatusCodes.Status422UnprocessableEntity, id.Refusal, "id"));
    }
}

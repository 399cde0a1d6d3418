using Koppla.Functions.Api;
using Koppla.Functions.Api.Documentation;
using Koppla.Functions.Insight;
using Koppla.Functions.Security;
using Koppla.Functions.Users;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Koppla.Functions.Scheduling;

/// <summary>A user's schedule.</summary>
internal static class ScheduleEndpoints
{
    public static void MapSchedule(this IEndpointRouteBuilder api)
    {
        var schedule = api.MapGroup("/users/{user}/schedule").RequireAuthorization(Policies.Member);
        schedule.MapGet("/", GetAsync).Describe("getSchedule", "Time zone, weekly and one-off periods, holidays.");
        schedule.MapPut("/", PutAsync)
            .Describe("putSchedule", "Replaces the schedule; `warnings` tells of overlaps.")
            .ForwardsOutside()
            .Fails(422, ScheduleReading.Refusals)
            .Fails(422, ProblemNames.OfProfile)
            .Fails(422, "profile-unknown");
    }

    private static Task<Results<Ok<ScheduleBody>, ProblemHttpResult>> GetAsync(
        Person person, string user, UserReading reading, HttpResponse response, CancellationToken cancellationToken) =>
        reading.AnswerAsync(
            person,
            user,
            response,
            found => ScheduleBody.Of(found.Handling.Schedule, ScheduleWarnings.Of(found.Handling.Schedule)),
            cancellationToken);

    private static async Task<Results<Ok<ScheduleBody>, Ok<ChangePreviewBody>, ProblemHttpResult>> PutAsync(
        Person person,
        string user,
        ChangeTerms terms,
        JsonBody<ScheduleBody> body,
        UserChange change,
        HttpContext context,
        CancellationToken cancellationToken)
    {
        var (schedule, problem) = ScheduleReading.Read(body.Value);
        if (schedule is null)
        {
            return problem!.ToResult();
        }

        (var changed, problem) = await change.ApplyAsync(
            person, user, terms, found => ScheduleEdits.Put(found.Handling, schedule), cancellationToken);
        return ChangeAnswer.Replace(context, changed, problem, now => ScheduleBody.Of(schedule, now.Warnings));
    }
}

using System.Text;
using Koppla.Functions.Api;
using Koppla.Functions.Api.Documentation;
using Koppla.Functions.Security;
using Koppla.Functions.Users;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using NodaTime;

namespace Koppla.Functions.Insight;

/// <summary>The days to come of a user's numbers, as JSON or as a calendar to subscribe to.</summary>
internal static class WeekEndpoints
{
    public static void MapWeek(this IEndpointRouteBuilder api) =>
        api.MapGroup("/users/{user}/week").RequireAuthorization(Policies.Member)
            .MapGet("/", GetAsync)
            .Describe("getWeek", "What calls to each of the user's numbers meet over the days to come.")
            .AlsoAnswers(WeekCalendar.MediaType);

    private static async Task<Results<Ok<WeekBody>, ContentHttpResult, ProblemHttpResult>> GetAsync(
        Person person,
        string user,
        WeekQuery query,
        UserRoute route,
        WeekReader reader,
        IClock clock,
        HttpRequest request,
        CancellationToken cancellationToken)
    {
        var (found, problem) = await route.FindAsync(person, user, cancellationToken);
        if (found is null)
        {
            return problem!.ToResult();
        }

        var now = clock.GetCurrentInstant();
        (var window, problem) = query.In(found.User.Handling.Schedule.Zone, now);
        if (window is not { } days)
        {
            return problem!.ToResult();
        }

        var week = await reader.ReadAsync(found.User, days, cancellationToken);
        var language = ReaderLanguage.Of(request);
        return query.AsCalendar
            ? TypedResults.Text(WeekCalendar.Of(week, language, now), WeekCalendar.MediaType, Encoding.UTF8)
            : TypedResults.Ok(WeekBody.Of(week, language));
    }
}

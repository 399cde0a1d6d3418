using Koppla.Functions.Api.Documentation;
using Koppla.Functions.Security;
using Koppla.Functions.Users;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using NodaTime;

namespace Koppla.Functions.Activating;

/// <summary>Which profile is in force, why, and until when.</summary>
internal static class StatusEndpoints
{
    public static void MapStatus(this IEndpointRouteBuilder api) =>
        api.MapGroup("/users/{user}/status").RequireAuthorization(Policies.Member)
            .MapGet("/", GetAsync)
            .Describe("getStatus", "The profile in force, what put it there, until when, and what comes next.");

    private static Task<Results<Ok<StatusBody>, ProblemHttpResult>> GetAsync(
        Person person, string user, UserReading reading, IClock clock, HttpResponse response, CancellationToken cancellationToken) =>
        reading.AnswerAsync(person, user, response, found => StatusBody.Of(found.Handling, clock.GetCurrentInstant()), cancellationToken);
}

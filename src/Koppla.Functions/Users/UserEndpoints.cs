using Koppla.Functions.Api.Documentation;
using Koppla.Functions.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using NodaTime;

namespace Koppla.Functions.Users;

/// <summary>A user, for the user and for administrators.</summary>
internal static class UserEndpoints
{
    public static void MapUsers(this IEndpointRouteBuilder api) =>
        api.MapGroup("/users/{user}").RequireAuthorization(Policies.Member)
            .MapGet("/", GetAsync)
            .Describe("getUser", "A user, with the profile in force.");

    private static Task<Results<Ok<UserBody>, ProblemHttpResult>> GetAsync(
        Person person, string user, UserReading reading, IClock clock, HttpResponse response, CancellationToken cancellationToken) =>
        reading.AnswerAsync(person, user, response, found => UserBody.Of(found, clock.GetCurrentInstant()), cancellationToken);
}

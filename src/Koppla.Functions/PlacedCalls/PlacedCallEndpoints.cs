using Koppla.Functions.Api;
using Koppla.Functions.Api.Documentation;
using Koppla.Functions.Api.Idempotency;
using Koppla.Functions.OngoingCalls;
using Koppla.Functions.Security;
using Koppla.Functions.SupervisedCalls;
using Koppla.Functions.Users;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Koppla.Functions.PlacedCalls;

/// <summary>Calls that a person places: the own device rings, and when it answers, whom the person calls.</summary>
internal static class PlacedCallEndpoints
{
    public static void MapPlacedCalls(this IEndpointRouteBuilder api) =>
        api.MapPost("/calls", PlaceAsync).RequireAuthorization(Policies.Member)
            .Describe("placeCall", "Rings the own device, and then whom the user calls.")
            .Fails(404, "user-not-found")
            .Fails(409, PlacedCallProblems.Conflicts)
            .Fails(422, GoalProblems.OfBodies)
            .Fails(422, "target-is-self", "device-unknown");

    private static async Task<Results<Created<OngoingCallBody>, ProblemHttpResult>> PlaceAsync(
        Person person,
        IdempotencyKey key,
        JsonBody<PlacedCallRequest> body,
        PlacedCallDesk desk,
        HttpRequest request,
        CancellationToken cancellationToken)
    {
        var (wish, problem) = PlacedCallReading.Read(body.Value);
        if (wish is null)
        {
            return problem!.ToResult();
        }

        var (call, refused) = await desk.PlaceAsync(person, wish, key.Value, Fingerprint.Of("calls", body.Value), cancellationToken);
        return call is null
            ? refused!.ToResult()
            : TypedResults.Created($"{request.PathBase}/v1/users/me/calls/{call.Facts.Id}", OngoingCallBody.Of(call, person.Id));
    }
}

using Koppla.Functions.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Koppla.Functions.OngoingCalls;

/// <summary>The calls that a person is in, and was in during the last minutes.</summary>
internal static class OngoingCallEndpoints
{
    public static void MapOngoingCalls(this IEndpointRouteBuilder api) =>
        api.MapGet("/users/me/calls", ListAsync).RequireAuthorization(Policies.Member);

    private static async Task<Ok<OngoingCallListBody>> ListAsync(
        Person person, OngoingCallIndex index, CancellationToken cancellationToken) => TypedResults.Ok(new OngoingCallListBody(
        [.. (await index.OfAsync(person.Organisation, person.Id, cancellationToken)).Select(call => OngoingCallBody.Of(call, person.Id))]));
}

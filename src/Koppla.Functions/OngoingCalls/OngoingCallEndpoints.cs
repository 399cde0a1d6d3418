using Koppla.Functions.Api;
using Koppla.Functions.Api.Documentation;
using Koppla.Functions.Calls;
using Koppla.Functions.Security;
using Koppla.Functions.SupervisedCalls;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Koppla.Functions.OngoingCalls;

/// <summary>The calls that a person is in, and was in during the last minutes.</summary>
internal static class OngoingCallEndpoints
{
    private static readonly Problem NotFound = new(StatusCodes.Status404NotFound, "call-not-found", "You are in no such call.", "id");

    public static void MapOngoingCalls(this IEndpointRouteBuilder api)
    {
        var calls = api.MapGroup("/users/me/calls").RequireAuthorization(Policies.Member);
        calls.MapGet("/", ListAsync)
            .Describe("listOngoingCalls", "The calls that who asks is in, was in during the last ten minutes, or has given away.");
        calls.MapGet("/{id}", GetAsync).Describe("getOngoingCall", "One of them.");
    }

    private static async Task<Ok<OngoingCallListBody>> ListAsync(
        Person person, OngoingCallIndex index, CancellationToken cancellationToken) => TypedResults.Ok(new OngoingCallListBody(
        [.. (await index.OfAsync(person.Organisation, person.Id, cancellationToken)).Select(call => OngoingCallBody.Of(call, person.Id))]));

    private static async Task<Results<Ok<OngoingCallBody>, ProblemHttpResult>> GetAsync(
        Person person, string id, SupervisedCallStore calls, CancellationToken cancellationToken) =>
        CallRecord.IsId(id) && await calls.ReadAsync(id, cancellationToken) is { Value: var call }
        && call.Facts.Organisation == person.Organisation && call.Viewers.Contains(person.Id)
            ? TypedResults.Ok(OngoingCallBody.Of(call, person.Id))
            : NotFound.ToResult();
}

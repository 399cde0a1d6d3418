using System.ComponentModel;
using Koppla.Functions.Api;
using Koppla.Functions.Api.Documentation;
using Koppla.Functions.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Koppla.Functions.LiveUpdates;

/// <summary>The calls of a person as a stream of server-sent events.</summary>
internal static class LiveUpdateEndpoints
{
    private static readonly Problem TooMany = new(
        StatusCodes.Status429TooManyRequests, "too-many-streams", "You have too many streams open. Close one, and try again.");

    public static void MapLiveUpdates(this IEndpointRouteBuilder api) =>
        api.MapGet("/users/me/events", OpenAsync).RequireAuthorization(Policies.Member)
            .Describe("openEvents", "The own calls as they change, as server-sent events.")
            .TellsOfStorage()
            .Fails(429, TooMany.Name);

    private static Results<ServerSentEventsResult<string>, ProblemHttpResult> OpenAsync(
        Person person,
        [FromHeader(Name = "Last-Event-ID")]
        [Description("The id of the last event that was seen: what differs since then is sent.")]
        string? lastEventId,
        ChangeSignals signals,
        LiveUpdateStream stream,
        HttpResponse response,
        CancellationToken cancellationToken)
    {
        if (signals.TryListen(person.Organisation, person.Id) is not { } listening)
        {
            response.Headers.RetryAfter = "10";
            return TooMany.ToResult();
        }

        response.RegisterForDispose(listening);
        response.Headers["X-Accel-Buffering"] = "no";
        return TypedResults.ServerSentEvents(stream.ReadAsync(person, SeenCalls.Read(lastEventId), listening, cancellationToken));
    }
}

using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Koppla.Cli.Api;
using Koppla.Cli.Running;

namespace Koppla.Cli.DeadLetters;

/// <summary>Where the host takes events for a trigger: <c>/runtime/webhooks/eventgrid</c>, with the system key of the extension.</summary>
internal sealed class EventDoor(Uri server, string key, Surroundings surroundings) : IDisposable
{
    private const string KeyHeader = "x-functions-key";

    private readonly HttpClient http = new(surroundings.Network()) { BaseAddress = server, Timeout = TimeSpan.FromSeconds(60) };

    /// <returns>Null: it was taken.</returns>
    public async Task<Failure?> DeliverAsync(JsonObject @event, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/runtime/webhooks/eventgrid?functionName=IncomingCall")
        {
            Content = new StringContent(new JsonArray(@event.DeepClone()).ToJsonString(), Encoding.UTF8, "application/json"),
            Headers = { { "aeg-event-type", "Notification" }, { KeyHeader, key } },
        };
        try
        {
            using var answer = await http.SendAsync(request, cancellation);
            return answer.IsSuccessStatusCode ? null : Refusal(answer.StatusCode);
        }
        catch (Exception broken) when (broken is HttpRequestException || (broken is TaskCanceledException && !cancellation.IsCancellationRequested))
        {
            return Failure.Unreachable($"{server} does not answer.", broken.Message);
        }
    }

    public void Dispose() => http.Dispose();

    private static Failure Refusal(HttpStatusCode status) => status switch
    {
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => Failure.Refused(
            $"The key is not taken ({(int)status}).", "KOPPLA_EVENTS_KEY is the system key eventgrid_extension of the function app."),
        HttpStatusCode.NotFound => Failure.Refused("There is no function IncomingCall (404).", "Is --server the address of the function app?"),
        _ => Failure.Unreachable($"The event was not taken ({(int)status}).", "It can be sent again."),
    };
}

using Koppla.Standins.FunctionsWorker.Functions;
using Koppla.Standins.FunctionsWorker.Keys;
using Microsoft.AspNetCore.Http;

namespace Koppla.Standins.FunctionsWorker.EventGrid;

/// <summary><c>/runtime/webhooks/eventgrid?functionName=NAME&amp;code=KEY</c>: handshakes are the host's, deliveries the function's.</summary>
internal sealed class EventGridWebhook(IEnumerable<Function> functions, HostKeys keys, EventGridDelivery delivery)
{
    public const string Route = "/runtime/webhooks/eventgrid";

    private readonly Dictionary<string, Function> functions = functions.ToDictionary(function => function.Name, StringComparer.Ordinal);

    public async Task AnswerAsync(HttpContext http)
    {
        http.Response.StatusCode = keys.StatusForEventGrid(http.Request);
        if (http.Response.StatusCode != StatusCodes.Status200OK)
        {
            return;
        }

        var name = http.Request.Query["functionName"].ToString();
        if (!functions.TryGetValue(name, out var function))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            await http.Response.WriteAsync($"cannot find function: '{name}'", http.RequestAborted);
        }
        else if (HttpMethods.IsOptions(http.Request.Method))
        {
            AnswerAbuseCheck(http);
        }
        else
        {
            await AnswerEventAsync(http, function);
        }
    }

    /// <summary>The handshake of the CloudEvents schema.</summary>
    private static void AnswerAbuseCheck(HttpContext http)
    {
        if (http.Request.Headers.TryGetValue("WebHook-Request-Origin", out var origin))
        {
            http.Response.Headers["WebHook-Allowed-Origin"] = origin;
        }
        else
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
        }
    }

    private Task AnswerEventAsync(HttpContext http, Function function)
    {
        switch (http.Request.Headers["aeg-event-type"].ToString().ToUpperInvariant())
        {
            case "NOTIFICATION":
                return delivery.DeliverAsync(http, function);
            case "SUBSCRIPTIONVALIDATION":
                return EventGridValidation.AnswerAsync(http);
            case "UNSUBSCRIBE":
                http.Response.StatusCode = StatusCodes.Status202Accepted;
                return Task.CompletedTask;
            default:
                http.Response.StatusCode = StatusCodes.Status400BadRequest;
                return Task.CompletedTask;
        }
    }
}

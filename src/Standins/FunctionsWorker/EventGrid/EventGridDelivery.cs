using System.Text.Json;
using Azure.Messaging;
using Koppla.Standins.FunctionsWorker.Application;
using Koppla.Standins.FunctionsWorker.Functions;
using Koppla.Standins.FunctionsWorker.Invocation;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Koppla.Standins.FunctionsWorker.EventGrid;

/// <summary>Runs one invocation per event, all at once, and answers when all have ended: 202, or 500 if one failed.</summary>
internal sealed class EventGridDelivery(BackgroundInvoker invoker, ILogger<EventGridDelivery> logger)
{
    public async Task DeliverAsync(HttpContext http, Function function)
    {
        var succeeded = await EventGridBody.ReadAsync(http.Request) is { } events && await RunAllAsync(function, events);
        http.Response.StatusCode = succeeded ? StatusCodes.Status202Accepted : StatusCodes.Status500InternalServerError;
    }

    private async Task<bool> RunAllAsync(Function function, JsonElement[] events)
    {
        if (events is [var only])
        {
            return await RunAsync(function, only);
        }

        var outcomes = await Task.WhenAll(events.Select(one => Task.Run(() => RunAsync(function, one))));
        return Array.TrueForAll(outcomes, succeeded => succeeded);
    }

    private Task<bool> RunAsync(Function function, JsonElement one)
    {
        try
        {
            return invoker.TryRunAsync(function, Value(EventText.Of(one), function.TriggerValueType));
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException) // not a CloudEvent
        {
            HostLog.EventNotBound(logger, exception, function.Name, function.TriggerValueType.Name);
            return Task.FromResult(false);
        }
    }

    private static object Value(string text, Type type) =>
        type == typeof(string) ? text
        : type == typeof(BinaryData) ? BinaryData.FromString(text)
        : CloudEvent.Parse(BinaryData.FromString(text))!;
}

using Microsoft.Extensions.Logging;

namespace Koppla.Functions.IncomingCalls;

internal static partial class IncomingCallLog
{
    [LoggerMessage(200, LogLevel.Warning, "A delivery is not what Event Grid sends")]
    public static partial void DeliveryMalformed(this ILogger logger);

    [LoggerMessage(201, LogLevel.Information, "An event of type {EventType} is none of our business")]
    public static partial void EventIgnored(this ILogger logger, string? eventType);

    [LoggerMessage(206, LogLevel.Information, "Call {CorrelationId} is to an app, which rings by itself")]
    public static partial void CallToApp(this ILogger logger, string correlationId);

    [LoggerMessage(202, LogLevel.Warning, "Call {CorrelationId}: the event is {AgeSeconds} s old and not acted on")]
    public static partial void EventStale(this ILogger logger, string correlationId, double ageSeconds);

    [LoggerMessage(203, LogLevel.Error, "Call {CorrelationId} to {Called}: no routing data, the fallback decides")]
    public static partial void DataUnavailable(this ILogger logger, Exception failure, string correlationId, string called);

    [LoggerMessage(204, LogLevel.Error, "Call {CorrelationId}: the provider gave no answer, the event must come again")]
    public static partial void OutcomeUnknown(this ILogger logger, string correlationId);

    [LoggerMessage(205, LogLevel.Error, "{Function} failed; the delivery must come again")]
    public static partial void WebhookFailed(this ILogger logger, Exception failure, string function);
}

using Microsoft.Extensions.Logging;

namespace Koppla.Functions.ChangeEvents;

internal static partial class ChangeEventLog
{
    [LoggerMessage(950, LogLevel.Information, "Event {Id} was delivered, at try {Attempts}")]
    public static partial void EventDelivered(this ILogger logger, string id, int attempts);

    [LoggerMessage(951, LogLevel.Information, "Event {Id} was not taken at try {Attempts}: {Failure}")]
    public static partial void EventNotTaken(this ILogger logger, string id, int attempts, string failure);

    [LoggerMessage(952, LogLevel.Warning, "Event {Id} was given up after {Attempts} tries; it is kept as a dead letter")]
    public static partial void EventGivenUp(this ILogger logger, string id, int attempts);

    [LoggerMessage(953, LogLevel.Information, "Event {Id} was dropped: nobody is told of it any more")]
    public static partial void EventDropped(this ILogger logger, string id);

    [LoggerMessage(954, LogLevel.Warning, "Event {Id} could not be seen to; it is tried again")]
    public static partial void EventNotSeenTo(this ILogger logger, Exception failure, string id);

    [LoggerMessage(955, LogLevel.Warning, "The events of an organisation could not be seen to; they are tried again")]
    public static partial void TurnFailed(this ILogger logger, Exception failure);
}

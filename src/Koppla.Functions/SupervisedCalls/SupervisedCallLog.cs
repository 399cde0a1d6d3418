using Microsoft.Extensions.Logging;

namespace Koppla.Functions.SupervisedCalls;

internal static partial class SupervisedCallLog
{
    [LoggerMessage(400, LogLevel.Information, "Call {CorrelationId}: {From} -> {To}, step {Step}")]
    public static partial void CallMoved(this ILogger logger, string correlationId, Phase from, Phase to, int step);

    [LoggerMessage(401, LogLevel.Warning, "Call {CorrelationId} is overdue while {Phase}")]
    public static partial void CallOverdue(this ILogger logger, string correlationId, Phase phase);

    [LoggerMessage(402, LogLevel.Error, "Overdue call {Id} could not be seen to now")]
    public static partial void CallNotSwept(this ILogger logger, Exception failure, string id);

    [LoggerMessage(403, LogLevel.Error, "Call {CorrelationId} is given up, for what decides it could not be read")]
    public static partial void CallWithoutData(this ILogger logger, Exception failure, string correlationId);
}

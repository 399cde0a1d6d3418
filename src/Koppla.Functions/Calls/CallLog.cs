using Microsoft.Extensions.Logging;

namespace Koppla.Functions.Calls;

internal static partial class CallLog
{
    [LoggerMessage(300, LogLevel.Information, "Call {CorrelationId}: {Outcome} ({Reason}) in {Milliseconds} ms")]
    public static partial void CallRecorded(
        this ILogger logger, string correlationId, CallOutcome outcome, string reason, double milliseconds);

    [LoggerMessage(301, LogLevel.Error, "Call {CorrelationId}: {Outcome} ({Reason}) could not be recorded")]
    public static partial void CallNotRecorded(
        this ILogger logger, Exception failure, string correlationId, CallOutcome outcome, string reason);
}

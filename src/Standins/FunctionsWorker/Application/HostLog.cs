using Microsoft.Extensions.Logging;

namespace Koppla.Standins.FunctionsWorker.Application;

internal static partial class HostLog
{
    [LoggerMessage(Level = LogLevel.Critical, Message = "The host cannot start. {Problem}")]
    public static partial void CannotStart(ILogger logger, string problem);

    [LoggerMessage(Level = LogLevel.Error, Message = "The function '{Function}' is in error: {Reason}.")]
    public static partial void FunctionInError(ILogger logger, string function, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "The function '{Function}' failed (invocation {InvocationId}).")]
    public static partial void FunctionFailed(ILogger logger, Exception exception, string function, string invocationId);

    [LoggerMessage(Level = LogLevel.Error, Message = "An event for the function '{Function}' cannot be read as {Type}.")]
    public static partial void EventNotBound(ILogger logger, Exception exception, string function, string type);
}

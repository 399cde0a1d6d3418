using Microsoft.Extensions.Logging;

namespace Koppla.Functions.LiveUpdates;

internal static partial class LiveUpdateLog
{
    [LoggerMessage(450, LogLevel.Warning, "A person's calls can't be seen now; looking again")]
    public static partial void CallsNotSeen(this ILogger logger, Exception failure);
}

using Microsoft.Extensions.Logging;

namespace Koppla.Functions.Storage;

internal static partial class StorageLog
{
    [LoggerMessage(100, LogLevel.Warning, "The tables could not be created yet; trying again")]
    public static partial void TablesNotCreated(this ILogger logger, Exception failure);
}

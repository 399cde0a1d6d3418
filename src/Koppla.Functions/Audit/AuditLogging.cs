using Microsoft.Extensions.Logging;

namespace Koppla.Functions.Audit;

internal static partial class AuditLogging
{
    [LoggerMessage(900, LogLevel.Warning, "{Count} changes were made; what follows them waits for the recovery")]
    public static partial void FinishedLater(this ILogger logger, Exception failure, int count);

    [LoggerMessage(901, LogLevel.Information, "The recovery of the journal has finished {Made} changes and dropped {NotMade} that were not made")]
    public static partial void Recovered(this ILogger logger, int made, int notMade);

    [LoggerMessage(902, LogLevel.Warning, "A change of {Object} could not be recovered yet")]
    public static partial void NotRecovered(this ILogger logger, Exception failure, AuditedKind @object);
}

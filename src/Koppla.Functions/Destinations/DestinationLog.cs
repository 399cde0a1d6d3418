using Koppla.Routing;
using Microsoft.Extensions.Logging;

namespace Koppla.Functions.Destinations;

internal static partial class DestinationLog
{
    [LoggerMessage(900, LogLevel.Warning, "The calls that other instances have sent outside could not be read; trying again")]
    public static partial void ForwardsNotRead(this ILogger logger, Exception failure);

    [LoggerMessage(901, LogLevel.Information, "Forwards of organisation {Organisation} checked: {Findings} findings, of which {Acting} in rules that act")]
    public static partial void ForwardsChecked(this ILogger logger, OrganisationId organisation, int findings, int acting);

    [LoggerMessage(902, LogLevel.Error, "The forwards of organisation {Organisation} could not be checked")]
    public static partial void ForwardsNotChecked(this ILogger logger, Exception failure, OrganisationId organisation);
}

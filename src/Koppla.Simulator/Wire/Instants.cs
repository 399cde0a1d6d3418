using System.Globalization;

namespace Koppla.Simulator.Wire;

/// <summary>Instants as the two event sources write them.</summary>
internal static class Instants
{
    /// <summary>Event Grid: seven decimals.</summary>
    public static string Long(DateTimeOffset instant) => Format(instant, "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'");

    /// <summary>Call Automation: milliseconds.</summary>
    public static string Short(DateTimeOffset instant) => Format(instant, "yyyy-MM-dd'T'HH:mm:ss.fff'Z'");

    private static string Format(DateTimeOffset instant, string format) => instant.UtcDateTime.ToString(format, CultureInfo.InvariantCulture);
}

using System.Globalization;
using NodaTime;

namespace Koppla.Functions.Storage;

/// <summary>Filters of queries whose property has a name: the client library writes values into a filter, and no names.</summary>
internal static class EntityFilters
{
    public static string Before(string property, Instant instant) => Of(property, "lt", instant);

    public static string After(string property, Instant instant) => Of(property, "gt", instant);

    private static string Of(string property, string comparison, Instant instant) => string.Create(
        CultureInfo.InvariantCulture, $"{property} {comparison} datetime'{instant.ToDateTimeUtc():yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'}'");
}

using Koppla.Functions.Api;
using NodaTime;

namespace Koppla.Functions.Scheduling;

/// <summary>Reads a time zone out of a body.</summary>
internal static class ZoneReading
{
    public static DateTimeZone Read(BodyReading reading, string? id, string field)
    {
        if (reading.Required(id, field) is { } present)
        {
            if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(present) is { } zone)
            {
                return zone;
            }

            reading.Refuse("time-zone-unknown", "This is the name of a time zone, such as Europe/Stockholm.", field);
        }

        return DateTimeZone.Utc;
    }
}

using NodaTime;
using NodaTime.Text;

namespace Koppla.Functions.Api;

/// <summary>How instants are written in requests: ISO 8601 with an offset, seconds or not.</summary>
internal static class InstantTexts
{
    /// <summary>What it looks like, for people.</summary>
    public const string Form = "2026-12-24T17:00:00+01:00";

    public static readonly IPattern<OffsetDateTime> Pattern = new CompositePatternBuilder<OffsetDateTime>
    {
        { OffsetDateTimePattern.Rfc3339, _ => true },
        { OffsetDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mmo<Z+HH:mm>"), _ => false },
    }.Build();

    /// <summary>With the offset that the zone has then.</summary>
    public static string In(DateTimeZone zone, Instant instant) =>
        OffsetDateTimePattern.Rfc3339.Format(instant.WithOffset(zone.GetUtcOffset(instant)));
}

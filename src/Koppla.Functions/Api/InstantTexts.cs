using NodaTime;
using NodaTime.Text;

namespace Koppla.Functions.Api;

/// <summary>How instants are written. In requests: ISO 8601 with an offset, seconds or not. In answers: ISO 8601, UTC.</summary>
internal static class InstantTexts
{
    /// <summary>What it looks like, for people.</summary>
    public const string Form = "2026-12-24T17:00:00+01:00";

    public static readonly IPattern<OffsetDateTime> Pattern = new CompositePatternBuilder<OffsetDateTime>
    {
        { OffsetDateTimePattern.Rfc3339, _ => true },
        { OffsetDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mmo<Z+HH:mm>"), _ => false },
    }.Build();

    public static string Utc(Instant instant) => InstantPattern.ExtendedIso.Format(instant);

    public static string? UtcOrNull(Instant? instant) => instant is { } value ? Utc(value) : null;

    /// <summary>With the offset that the zone has then.</summary>
    public static string In(DateTimeZone zone, Instant instant) =>
        OffsetDateTimePattern.Rfc3339.Format(instant.WithOffset(zone.GetUtcOffset(instant)));
}

using NodaTime;
using NodaTime.Text;

namespace Koppla.Functions.Scheduling;

/// <summary>How the times of a schedule are written, to the minute.</summary>
internal static class ScheduleTimes
{
    public static readonly IPattern<LocalTime> OfDay = LocalTimePattern.CreateWithInvariantCulture("HH':'mm");
    public static readonly IPattern<LocalDateTime> Local = LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm");
    public static readonly IPattern<LocalDate> Date = LocalDatePattern.Iso;
}

using NodaTime;
using NodaTime.Text;

namespace Koppla.Functions.Scheduling;

/// <summary>How the times of a schedule are written: to the minute, and those that come once to the second if need be.</summary>
internal static class ScheduleTimes
{
    public static readonly IPattern<LocalTime> OfDay = LocalTimePattern.CreateWithInvariantCulture("HH':'mm");
    public static readonly IPattern<LocalDateTime> Local = new CompositePatternBuilder<LocalDateTime>
    {
        { LocalDateTimePattern.GeneralIso, time => time.Second != 0 },
        { LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm"), time => time.Second == 0 },
    }.Build();

    public static readonly IPattern<LocalDate> Date = LocalDatePattern.Iso;
}

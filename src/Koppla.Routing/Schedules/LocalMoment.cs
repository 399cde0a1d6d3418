using System.Runtime.InteropServices;
using NodaTime;

namespace Koppla.Routing.Schedules;

/// <summary>A local time, with what every period asks of it worked out once.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct LocalMoment
{
    internal LocalMoment(LocalDateTime local)
    {
        (Local, Date, Time) = (local, local.Date, local.TimeOfDay);
        var day = (int)Date.DayOfWeek - 1;
        (Today, Yesterday) = ((WeekDays)(1 << day), (WeekDays)(1 << ((day + 6) % 7)));
    }

    internal LocalDateTime Local { get; }

    internal LocalDate Date { get; }

    internal LocalTime Time { get; }

    internal WeekDays Today { get; }

    internal WeekDays Yesterday { get; }
}

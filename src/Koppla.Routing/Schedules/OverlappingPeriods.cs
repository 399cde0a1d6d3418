using NodaTime;

namespace Koppla.Routing.Schedules;

/// <summary>Two periods of the same priority want different profiles at the same time.</summary>
/// <param name="First">Its place in the list, from 0.</param>
/// <param name="Second">The same, greater than <paramref name="First"/>.</param>
/// <param name="Witness">The local time at which an overlap begins. Of weekly periods: the first in the week from <see cref="ScheduleConflicts.ModelMonday"/>.</param>
public sealed record OverlappingPeriods(InForceSource Kind, int First, int Second, LocalDateTime Witness) : ScheduleConflict(Kind);

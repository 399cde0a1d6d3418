namespace Koppla.Routing.Schedules;

/// <summary>Something in a schedule that is decided by a rule its writer may not have thought of. It is told, not refused.</summary>
/// <param name="Kind"><see cref="InForceSource.Weekly"/> or <see cref="InForceSource.OneOff"/>: in which list the periods are.</param>
public abstract record ScheduleConflict(InForceSource Kind);

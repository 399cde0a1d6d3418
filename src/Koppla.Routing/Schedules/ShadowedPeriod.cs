namespace Koppla.Routing.Schedules;

/// <summary>A period that is never in force, because others of its kind win all its time.</summary>
/// <param name="Place">In the list, from 0.</param>
public sealed record ShadowedPeriod(InForceSource Kind, int Place) : ScheduleConflict(Kind);

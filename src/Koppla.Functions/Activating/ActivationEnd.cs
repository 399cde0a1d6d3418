using NodaTime;

namespace Koppla.Functions.Activating;

/// <summary>When an activation is to end: one of these, or none.</summary>
internal sealed record ActivationEnd(Instant? Until = null, bool NextChange = false, LocalTime? NextWorkingDayAt = null, bool StandardLength = false);

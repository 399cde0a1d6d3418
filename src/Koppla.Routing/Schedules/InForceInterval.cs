using NodaTime;

namespace Koppla.Routing.Schedules;

/// <summary>A stretch of time in which the same profile is in force by the same source.</summary>
/// <param name="Start">Inclusive.</param>
/// <param name="End">Exclusive, after <paramref name="Start"/>.</param>
public readonly record struct InForceInterval(Instant Start, Instant End, InForce InForce);

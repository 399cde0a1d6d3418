using Koppla.Routing.Schedules;
using NodaTime;

namespace Koppla.Routing.Insight;

/// <summary>A stretch of time in which a call to a number meets the same.</summary>
/// <param name="Start">Inclusive.</param>
/// <param name="End">Exclusive, after <paramref name="Start"/>.</param>
/// <param name="InForce">The profile in force for the number's user; null: it is no user's.</param>
/// <param name="Prospect">What a call that rings then has before it.</param>
public sealed record OutlookInterval(Instant Start, Instant End, InForce? InForce, Prospect Prospect);

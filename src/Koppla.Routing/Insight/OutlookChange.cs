using NodaTime;

namespace Koppla.Routing.Insight;

/// <summary>A stretch of time in which a call would meet something else than before.</summary>
/// <param name="Start">Inclusive.</param>
/// <param name="End">Exclusive, after <paramref name="Start"/>.</param>
public sealed record OutlookChange(Instant Start, Instant End, Prospect Before, Prospect After);

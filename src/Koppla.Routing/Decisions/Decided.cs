using System.Collections.Immutable;
using Koppla.Routing.Destinations;
using Koppla.Routing.Directory;

namespace Koppla.Routing.Decisions;

/// <param name="Decision">What to do.</param>
/// <param name="Trace">Every rule considered, in order.</param>
/// <param name="Diversions">The trail for the leg that leaves us: what the call brought, and what this decision added.</param>
/// <param name="Organisation">Owner of the called number; of one outside, the organisation whose user calls it; null when unknown.</param>
/// <param name="User">User of the called number; null when it is tied to none.</param>
public sealed record Decided(
    Decision Decision,
    ImmutableArray<TraceStep> Trace,
    Trail Diversions,
    Organisation? Organisation,
    User? User) : Verdict
{
    /// <summary>The rules by which the call leaves their organisations on this way; the fallback is none of them.</summary>
    public ImmutableArray<ExternalForward> Forwards { get; init; } = [];

    /// <summary>Fit for logs: numbers masked, trace and trail counted.</summary>
    public override string ToString() => $"{Decision}, {Trace.Length} steps, {Diversions.Count} diversions";
}

using System.Collections.Immutable;
using Koppla.Routing.Decisions;
using Koppla.Routing.Destinations;

namespace Koppla.Functions.SupervisedCalls;

/// <summary>What a decision means for a call that we have answered.</summary>
/// <param name="Reason">The stable name of what decided.</param>
/// <param name="Target">Where the call goes: E.164, or an app's identity; null: nowhere.</param>
internal sealed record PlannedWork(Work Work, string Reason, string? Target, int Diversions, ImmutableArray<TraceStep> Trace)
{
    /// <summary>By whose rules the call leaves its organisation.</summary>
    public ImmutableArray<Forwarder> ForwardedBy { get; init; } = [];
}

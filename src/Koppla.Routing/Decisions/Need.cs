using System.Collections.Immutable;

namespace Koppla.Routing.Decisions;

/// <summary>Not enough is known. Read these, in parallel if there are several, add them to the data, and decide again.</summary>
/// <param name="Missing">At least one; none is in the data yet.</param>
public sealed record Need(ImmutableArray<MissingData> Missing) : Verdict;

namespace Koppla.Functions.Colleagues;

/// <summary>A page of hits, best first; <paramref name="Last"/> is null on the last page.</summary>
internal sealed record ColleaguePage(IReadOnlyList<Colleague> Items, SearchPosition? Last);

namespace Koppla.Functions.Audit;

/// <summary>Changes of one organisation, at least one, that somebody outside is told of.</summary>
/// <param name="To">Who is told.</param>
internal sealed record Publication(string To, IReadOnlyList<Change> Changes);

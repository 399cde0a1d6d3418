namespace Koppla.Functions.Numbers.Batches;

/// <summary>Numbers to import.</summary>
/// <param name="Rows">Together at most 1000 numbers.</param>
internal sealed record ImportRequest(IReadOnlyList<ImportRow?>? Rows = null);

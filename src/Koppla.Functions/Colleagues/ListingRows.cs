namespace Koppla.Functions.Colleagues;

/// <summary>Rows of the index, in the order of their keys.</summary>
/// <param name="Last">The key of the last one; null: there are no more.</param>
internal sealed record ListingRows(IReadOnlyList<ListingRow> Rows, string? Last);

namespace Koppla.Functions.Bulk;

/// <summary>What became of each user, in the order of the request.</summary>
internal sealed record BulkBody(IReadOnlyList<BulkItemBody> Items);

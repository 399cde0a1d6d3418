namespace Koppla.Benchmarks.Operations;

/// <summary>A request of the app to the tables or to the provider.</summary>
/// <param name="Where">The table; null: a command to the provider.</param>
internal sealed record CountedRequest(RequestKind Kind, string? Where);

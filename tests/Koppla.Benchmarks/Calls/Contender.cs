namespace Koppla.Benchmarks.Calls;

/// <summary>A program that takes events.</summary>
/// <param name="Endpoint">Where events are posted to.</param>
/// <param name="ProcessId">Whose processor time is measured.</param>
/// <param name="Token">The bearer token of deliveries, if any.</param>
internal sealed record Contender(string Name, Uri Endpoint, int ProcessId, string? Token = null);

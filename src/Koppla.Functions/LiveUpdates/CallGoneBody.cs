namespace Koppla.Functions.LiveUpdates;

/// <summary>A call that a client has seen, and that is forgotten.</summary>
internal sealed record CallGoneBody(string Id);

namespace Koppla.Simulator.Rest;

/// <summary>Without a cognitive services endpoint a call cannot speak text.</summary>
internal sealed record IntelligenceOptions(string? CognitiveServicesEndpoint);

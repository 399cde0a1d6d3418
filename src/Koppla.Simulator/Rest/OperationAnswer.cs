namespace Koppla.Simulator.Rest;

/// <summary>The answer of operations that give back nothing but the context.</summary>
internal sealed record OperationAnswer(string? OperationContext);

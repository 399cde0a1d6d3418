namespace Koppla.Simulator.EventGrid;

internal sealed record ValidationAnswer(string? ValidationResponse);

namespace Koppla.Simulator.Control;

internal sealed record TokenAnswer(string Token);

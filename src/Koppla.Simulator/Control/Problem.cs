namespace Koppla.Simulator.Control;

internal sealed record Problem(string Error);

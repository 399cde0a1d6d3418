namespace Koppla.Simulator.Events;

internal sealed record DtmfResult(IReadOnlyList<string> Tones);

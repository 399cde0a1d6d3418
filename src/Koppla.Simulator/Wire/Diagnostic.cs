namespace Koppla.Simulator.Wire;

/// <summary>A carrier's own SIP status or Q.850 cause.</summary>
internal sealed record Diagnostic(int Code, string Message);

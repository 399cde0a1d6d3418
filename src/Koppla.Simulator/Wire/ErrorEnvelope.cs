namespace Koppla.Simulator.Wire;

internal sealed record ErrorEnvelope(ErrorEnvelope.Body Error)
{
    internal sealed record Body(string Code, string Message);
}

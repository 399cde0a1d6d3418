namespace Koppla.Simulator.Wire;

internal sealed record ResultInformation(int Code, int SubCode, string Message)
{
    public static ResultInformation Success { get; } = new(200, 0, "");

    public Diagnostic? SipDetails { get; init; }

    public Diagnostic? Q850Details { get; init; }
}

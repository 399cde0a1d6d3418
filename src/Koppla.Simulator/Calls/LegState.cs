namespace Koppla.Simulator.Calls;

public enum LegState
{
    Ringing,
    Connected,
    OnHold,
    Ended,
}

namespace Koppla.Simulator.Calls;

public enum TimelineKind
{
    Call,
    EventGrid,
    Command,
    Telephone,
    Callback,
    Outcome,
}

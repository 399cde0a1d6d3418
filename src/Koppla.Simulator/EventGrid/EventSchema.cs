namespace Koppla.Simulator.EventGrid;

public enum EventSchema
{
    EventGrid,
    CloudEvents,
}

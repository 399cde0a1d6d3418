using Koppla.Simulator.Events;

namespace Koppla.Simulator.Calls.Media;

/// <summary>Every key of one party, until it is stopped. Runs beside all other operations.</summary>
internal sealed class ContinuousRecognition(OperationTag tag)
{
    private int sequence;

    public OperationTag Tag => tag;

    public int Next() => ++sequence;
}

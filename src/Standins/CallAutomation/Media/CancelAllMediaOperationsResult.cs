namespace Azure.Communication.CallAutomation;

/// <summary>The request was accepted; each stopped operation is told by an event.</summary>
public sealed class CancelAllMediaOperationsResult
{
    internal CancelAllMediaOperationsResult()
    {
    }
}

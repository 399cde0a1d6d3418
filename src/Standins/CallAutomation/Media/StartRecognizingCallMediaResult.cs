namespace Azure.Communication.CallAutomation;

/// <summary>The recognition was accepted; what becomes of it is told by events.</summary>
public sealed class StartRecognizingCallMediaResult
{
    internal StartRecognizingCallMediaResult()
    {
    }
}

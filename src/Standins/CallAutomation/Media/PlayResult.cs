namespace Azure.Communication.CallAutomation;

/// <summary>The prompt was accepted; what becomes of it is told by events.</summary>
public sealed class PlayResult
{
    internal PlayResult()
    {
    }
}

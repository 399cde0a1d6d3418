namespace Azure.Communication.CallAutomation;

/// <summary>What a recognition understood; see <see cref="DtmfResult"/>.</summary>
public abstract class RecognizeResult
{
    public abstract RecognizeResultType ResultType { get; }
}

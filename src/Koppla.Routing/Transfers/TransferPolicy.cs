using Koppla.Routing.Decisions;

namespace Koppla.Routing.Transfers;

/// <summary>What is done when the target of a direct transfer does not take the call, by reason.</summary>
public sealed record TransferPolicy(FailureAction OnBusy, FailureAction OnNoAnswer, FailureAction OnNoConnection, FailureAction OnDeclined)
{
    /// <summary>The transferor is rung again, whatever the reason.</summary>
    public static TransferPolicy Recall { get; } =
        new(FailureAction.Recall, FailureAction.Recall, FailureAction.Recall, FailureAction.Recall);

    public FailureAction For(LineState state) => state switch
    {
        LineState.Busy => OnBusy,
        LineState.NoAnswer => OnNoAnswer,
        LineState.Declined => OnDeclined,
        _ => OnNoConnection,
    };
}

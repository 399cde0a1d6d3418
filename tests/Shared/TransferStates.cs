using System.Collections.Immutable;
using static Koppla.Tests.Happening;

namespace Koppla.Tests;

/// <summary>How each state of the table is come to from a call in which A and B talk: the mode of the transfer, and what happens then.</summary>
internal static class TransferStates
{
    public static (string Mode, ImmutableArray<Happening> Way) WayTo(string state) => state switch
    {
        TransferCells.Ringing => ("announced", []),
        TransferCells.Consulting => ("announced", [CAnswers]),
        TransferCells.Direct => ("direct", []),
        TransferCells.Recalling => ("direct", [CIsBusy]),
        TransferCells.Pause => ("direct", [CIsBusy, BDeclines]),
        TransferCells.Completed => ("announced", [CAnswers, Completes]),
        TransferCells.Cancelled => ("announced", [CAnswers, Cancels]),
        TransferCells.Abandoned => ("announced", [CAnswers, AHangsUp]),
        TransferCells.Failed => ("announced", [CAnswers, CHangsUp]),
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };
}

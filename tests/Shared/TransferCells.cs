using System.Collections.Immutable;
using static Koppla.Tests.Happening;

namespace Koppla.Tests;

/// <summary>The table of transfers, cell by cell, the final states too. Every proof of transfers goes over all of it.</summary>
internal static class TransferCells
{
    public const string Ringing = "ringing";
    public const string Consulting = "consulting";
    public const string Direct = "direct";
    public const string Recalling = "recalling";
    public const string Pause = "recall-pause";
    public const string Completed = "completed";
    public const string Cancelled = "cancelled";
    public const string Abandoned = "abandoned";
    public const string Failed = "failed";

    private const string Over = "409 transfer-over";
    private const string IsDirect = "409 transfer-direct";

    public static ImmutableArray<TransferCell> All { get; } =
    [
        new(Ringing, AHangsUp, Abandoned) { Talk = "B", Rings = "C", Then = [CAnswers], Finally = Abandoned, AtLast = "BC", Recorded = 'C' },
        new(Ringing, BHangsUp, Direct) { Held = "A", Rings = "C", Then = [CAnswers], Finally = Completed, AtLast = "AC", Recorded = 'C' },
        Back(Ringing, CIsBusy, Failed, "busy"),
        Back(Ringing, CDeclines, Failed, "declined"),
        Back(Ringing, CDoesNotAnswer, Failed, "no-answer"),
        Back(Ringing, CIsOutOfReach, Failed, "no-connection"),
        new(Ringing, CAnswers, Consulting) { Talk = "BC", Held = "A", Then = [Completes], Finally = Completed, AtLast = "AC", Recorded = 'C' },
        new(Ringing, Completes, Direct) { Held = "A", Rings = "C", Then = [CAnswers], Finally = Completed, AtLast = "AC", Recorded = 'C' },
        Back(Ringing, Cancels, Cancelled),

        new(Consulting, AHangsUp, Abandoned) { Talk = "BC", AtLast = "BC", Recorded = 'C' },
        Through(Consulting, BHangsUp),
        Back(Consulting, CHangsUp, Failed, "target-hung-up"),
        new(Consulting, CAnswersAgain, Consulting) { Talk = "BC", Held = "A", Then = [Cancels], Finally = Cancelled, AtLast = "AB", Recorded = 'B' },
        Through(Consulting, Completes),
        Back(Consulting, Cancels, Cancelled),

        new(Direct, AHangsUp, Abandoned) { Recorded = 'B' },
        Recall(CIsBusy, "busy"),
        Recall(CDeclines, "declined"),
        Recall(CDoesNotAnswer, "no-answer"),
        Recall(CIsOutOfReach, "no-connection"),
        Through(Direct, CAnswers),
        new(Direct, Completes, Direct) { Refusal = IsDirect, Held = "A", Rings = "C", Then = [CAnswers], Finally = Completed, AtLast = "AC", Recorded = 'C' },
        new(Direct, Cancels, Direct) { Refusal = IsDirect, Held = "A", Rings = "C", Then = [CDeclines, BAnswers], Finally = Failed, AtLast = "AB", Recorded = 'B' },

        new(Recalling, AHangsUp, Abandoned) { Reason = "busy", Recorded = 'B' },
        Back(Recalling, BAnswers, Failed, "busy"),
        new(Recalling, BDeclines, Recalling) { Reason = "busy", Held = "A", Then = [ThePausePasses, BAnswers], Finally = Failed, AtLast = "AB", Recorded = 'B' },
        StillRecalled(Completes),
        StillRecalled(Cancels),
        new(Pause, AHangsUp, Abandoned) { Reason = "busy", Recorded = 'B' },
        new(Pause, ThePausePasses, Recalling) { Reason = "busy", Held = "A", Rings = "B", Then = [BDeclines], Finally = Failed, Recorded = 'B' },
        StillPaused(Completes),
        StillPaused(Cancels),

        .. FinalState(Completed, "AC", null),
        .. FinalState(Cancelled, "AB", null),
        .. FinalState(Abandoned, "BC", null),
        .. FinalState(Failed, "AB", "target-hung-up"),
    ];

    /// <summary>A and B talk again.</summary>
    private static TransferCell Back(string state, Happening happens, string becomes, string? reason = null) =>
        new(state, happens, becomes) { Reason = reason, Talk = "AB", AtLast = "AB", Recorded = 'B' };

    /// <summary>A and C talk.</summary>
    private static TransferCell Through(string state, Happening happens) =>
        new(state, happens, Completed) { Talk = "AC", AtLast = "AC", Recorded = 'C' };

    /// <summary>C does not take a direct transfer, and B is rung again.</summary>
    private static TransferCell Recall(Happening happens, string reason) =>
        new(Direct, happens, Recalling) { Reason = reason, Held = "A", Rings = "B", Then = [BAnswers], Finally = Failed, AtLast = "AB", Recorded = 'B' };

    private static TransferCell StillRecalled(Happening asks) => new(Recalling, asks, Recalling)
    {
        Reason = "busy", Refusal = IsDirect, Held = "A", Rings = "B", Then = [BAnswers], Finally = Failed, AtLast = "AB", Recorded = 'B',
    };

    private static TransferCell StillPaused(Happening asks) => new(Pause, asks, Recalling)
    {
        Reason = "busy", Refusal = IsDirect, Held = "A", Then = [ThePausePasses, BAnswers], Finally = Failed, AtLast = "AB", Recorded = 'B',
    };

    /// <summary>Whoever hangs up ends the call; C's answer, told of again, is ignored; nothing more can be asked for.</summary>
    private static IEnumerable<TransferCell> FinalState(string state, string talk, string? reason)
    {
        var recorded = talk.Contains('C', StringComparison.Ordinal) ? 'C' : 'B';
        foreach (var leaves in new[] { AHangsUp, BHangsUp, CHangsUp }.Where(each => talk.Contains(each.ToString()[0], StringComparison.Ordinal)))
        {
            yield return new(state, leaves, state) { Reason = reason, Recorded = recorded };
        }

        yield return new(state, CAnswersAgain, state) { Reason = reason, Talk = talk, AtLast = talk, Recorded = recorded };
        yield return new(state, Completes, state) { Reason = reason, Refusal = Over, Talk = talk, AtLast = talk, Recorded = recorded };
        yield return new(state, Cancels, state) { Reason = reason, Refusal = Over, Talk = talk, AtLast = talk, Recorded = recorded };
    }
}

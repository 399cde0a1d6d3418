using System.Collections.Immutable;
using static Koppla.Tests.Happening;

namespace Koppla.Tests;

/// <summary>
/// The table once more, as a model that is small enough to be believed: who hears whom, and where the transfer is. It knows neither
/// events nor commands nor storage. B is the only one who transfers.
/// </summary>
/// <param name="Transfer">As the API tells it; null before the first.</param>
/// <param name="Talk">Who hear each other, or wait for somebody who rings.</param>
internal sealed record TransferModel(string? Transfer, string Talk, string Held = "", string Rings = "")
{
    private const int MostRecalls = 2;

    public static readonly TransferModel Start = new(null, "AB");

    /// <summary>A is told that nobody takes the call.</summary>
    public static readonly TransferModel OverAfterWords = Over(TransferCells.Failed);

    public int Recalls { get; init; }

    public bool IsOver => (Talk, Held, Rings) == ("", "", "");

    /// <summary>Whether B is in a talk that can be transferred.</summary>
    public bool CanBegin => Talk == "AB" && Held.Length == 0 && Rings.Length == 0;

    /// <summary>A transfer of B's that is not over: a second is refused.</summary>
    public bool IsUnderWay => Transfer is TransferCells.Ringing or TransferCells.Consulting or TransferCells.Direct or TransferCells.Recalling;

    /// <summary>Between two recalls nobody rings.</summary>
    public bool IsPause => Transfer == TransferCells.Recalling && Rings.Length == 0;

    /// <summary>What can happen now.</summary>
    public ImmutableArray<Happening> Possible => IsOver
        ? []
        :
        [
            .. In('A') ? [AHangsUp] : (Happening[])[],
            .. In('B') ? [BHangsUp] : (Happening[])[],
            .. In('C') ? [CHangsUp] : (Happening[])[],
            .. Rings == "C" ? [CAnswers, CIsBusy, CDeclines, CDoesNotAnswer, CIsOutOfReach] : (Happening[])[],
            .. Rings == "B" ? [BAnswers, BDeclines] : (Happening[])[],
            .. IsPause ? [ThePausePasses] : (Happening[])[],
            .. Transfer is null ? [] : (Happening[])[Completes, Cancels],
        ];

    public TransferModel Begin(string mode) => mode == TransferCells.Direct
        ? new(TransferCells.Direct, "", "A", "C")
        : new(TransferCells.Ringing, "B", "A", "C");

    /// <summary>How the API refuses it; null: it does not.</summary>
    public string? Refusal(Happening asked) => (asked, Transfer) switch
    {
        (not (Completes or Cancels), _) or (_, TransferCells.Ringing or TransferCells.Consulting) => null,
        (_, TransferCells.Direct or TransferCells.Recalling) => "409 transfer-direct",
        _ => "409 transfer-over",
    };

    public TransferModel After(Happening happens) => Transfer switch
    {
        _ when Refusal(happens) is not null => this,
        TransferCells.Ringing => happens switch
        {
            AHangsUp => new(TransferCells.Abandoned, "B", "", "C"),
            BHangsUp or Completes => new(TransferCells.Direct, "", "A", "C"),
            CAnswers => new(TransferCells.Consulting, "BC", "A"),
            Cancels => new(TransferCells.Cancelled, "AB"),
            _ => new(TransferCells.Failed, "AB"),
        },
        TransferCells.Consulting => happens switch
        {
            AHangsUp => new(TransferCells.Abandoned, "BC"),
            BHangsUp or Completes => new(TransferCells.Completed, "AC"),
            CHangsUp => new(TransferCells.Failed, "AB"),
            _ => new(TransferCells.Cancelled, "AB"),
        },
        TransferCells.Direct => happens switch
        {
            AHangsUp => Over(TransferCells.Abandoned),
            CAnswers => new(TransferCells.Completed, "AC"),
            _ => new(TransferCells.Recalling, "", "A", "B") { Recalls = 1 },
        },
        TransferCells.Recalling => happens switch
        {
            AHangsUp => Over(TransferCells.Abandoned),
            BAnswers => new(TransferCells.Failed, "AB"),
            ThePausePasses => this with { Rings = "B", Recalls = Recalls + 1 },
            _ => Recalls < MostRecalls ? this with { Rings = "" } : OverAfterWords,
        },
        // A has left, and B waits for C.
        TransferCells.Abandoned when happens == CAnswers => new(TransferCells.Abandoned, "BC"),
        _ => Over(Transfer),
    };

    private static TransferModel Over(string? transfer) => new(transfer, "");

    private bool In(char who) => Talk.Contains(who, StringComparison.Ordinal) || Held.Contains(who, StringComparison.Ordinal);
}

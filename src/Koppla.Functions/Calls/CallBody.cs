using Koppla.Routing.Decisions;
using NodaTime;
using NodaTime.Text;

namespace Koppla.Functions.Calls;

/// <summary>A call as the API shows it: what happened, and why.</summary>
/// <param name="At">When it rang: ISO 8601, UTC.</param>
/// <param name="Reason">The stable name of what decided.</param>
/// <param name="Explanation">The trace as sentences, in the order in which the rules were considered.</param>
internal sealed record CallBody(
    string Id,
    string CorrelationId,
    string At,
    string? Called,
    string? Caller,
    string Outcome,
    string Reason,
    string? Target,
    int Diversions,
    double ActedInMilliseconds,
    string? AnsweredAt,
    string? EndedAt,
    IReadOnlyList<TraceStepDocument> Trace,
    IReadOnlyList<CommandDocument> Commands,
    IReadOnlyList<string> Explanation)
{
    public static CallBody Of(CallRecord record, Language language) => new(
        record.Id,
        record.CorrelationId,
        InstantPattern.ExtendedIso.Format(record.At),
        record.Called,
        record.Caller,
        Names.Kebab(record.Outcome),
        record.Reason,
        record.Target,
        record.Diversions,
        record.ActedIn.TotalMilliseconds,
        TextOrNull(record.AnsweredAt),
        TextOrNull(record.EndedAt),
        [.. record.Trace.Select(TraceStepDocument.Of)],
        [.. record.Commands.Select(CommandDocument.Of)],
        Sentences.Of(record.Trace, language, masked: false));

    private static string? TextOrNull(Instant? instant) => instant is { } value ? InstantPattern.ExtendedIso.Format(value) : null;
}

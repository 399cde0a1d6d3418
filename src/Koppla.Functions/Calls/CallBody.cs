using Koppla.Functions.Api;
using Koppla.Functions.Telemetry;
using Koppla.Routing.Decisions;

namespace Koppla.Functions.Calls;

/// <summary>A call as the API shows it: what happened, and why.</summary>
/// <param name="At">When it rang: ISO 8601, UTC.</param>
/// <param name="Reason">The stable name of what decided.</param>
/// <param name="Direction"><c>outgoing</c> when one of our users placed it, else <c>incoming</c>.</param>
/// <param name="PlacedBy">That user's id.</param>
/// <param name="TraceId">The trace of the call in telemetry: 32 hexadecimal digits.</param>
/// <param name="Explanation">The trace as sentences, in the order in which the rules were considered.</param>
internal sealed record CallBody(
    string Id,
    string CorrelationId,
    string TraceId,
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
    string Direction,
    string? PlacedBy,
    IReadOnlyList<TraceStepDocument> Trace,
    IReadOnlyList<CommandDocument> Commands,
    IReadOnlyList<string> Explanation)
{
    public static CallBody Of(CallRecord record, Language language) => new(
        record.Id,
        record.CorrelationId,
        CallTrace.IdOf(record.Id),
        InstantTexts.Utc(record.At),
        record.Called,
        record.Caller,
        Names.Kebab(record.Outcome),
        record.Reason,
        record.Target,
        record.Diversions,
        record.ActedIn.TotalMilliseconds,
        InstantTexts.UtcOrNull(record.AnsweredAt),
        InstantTexts.UtcOrNull(record.EndedAt),
        CallDirection.Of(isPlaced: record.PlacedBy is not null),
        record.PlacedBy?.ToString(),
        [.. record.Trace.Select(TraceStepDocument.Of)],
        [.. record.Commands.Select(CommandDocument.Of)],
        Sentences.Of(record.Trace, language, masked: false));
}

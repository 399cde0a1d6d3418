using System.Collections.Immutable;
using Koppla.Functions.IncomingCalls;
using Koppla.Functions.Storage;
using Koppla.Functions.SupervisedCalls;
using Koppla.Routing;
using Koppla.Routing.Decisions;
using Koppla.Routing.Destinations;
using NodaTime;

namespace Koppla.Functions.Calls;

/// <summary>What happened to a call, and why.</summary>
/// <param name="Id">Unique in its organisation; the newest call sorts first.</param>
/// <param name="Organisation">Who owns the called number, or whose user placed the call; null when nobody does, or when that could not be read.</param>
/// <param name="Called">E.164, or null when what was called is no telephone number.</param>
/// <param name="Caller">E.164, or null when withheld.</param>
/// <param name="ActedIn">From the arrival of the event to the last answer of the provider; of a supervised call: from its event to its connection.</param>
/// <param name="Trace">The rules considered; empty when the call was not decided by rules.</param>
internal sealed record CallRecord(
    string Id,
    OrganisationId? Organisation,
    string CorrelationId,
    Instant At,
    string? Called,
    string? Caller,
    CallOutcome Outcome,
    string Reason,
    string? Target,
    int Diversions,
    ImmutableArray<TraceStep> Trace,
    ImmutableArray<CommandNote> Commands,
    TimeSpan ActedIn)
{
    /// <summary>When somebody who was rung answered; null: nobody, or we do not hear of it.</summary>
    public Instant? AnsweredAt { get; init; }

    /// <summary>When it was over; null: we do not hear of it.</summary>
    public Instant? EndedAt { get; init; }

    /// <summary>The user who placed it; null: it came in.</summary>
    public UserId? PlacedBy { get; init; }

    /// <summary>By whose rules it was to leave its organisation.</summary>
    public ImmutableArray<Forwarder> ForwardedBy { get; init; } = [];

    /// <summary>Whether a text has the form of an id: nothing else goes into a key of storage.</summary>
    public static bool IsId(string text) => NewestFirst.IsKey(text);

    /// <summary>A call whose event came too late. The trace says what would have been done.</summary>
    public static CallRecord NotActedOn(IncomingCall call, Decided? decided) =>
        Of(call, CallOutcome.Stale, decided, new PlanResult(CallOutcome.Stale, null, []), TimeSpan.Zero);

    public static CallRecord Of(
        IncomingCall call, CallOutcome outcome, Decided? decided, PlanResult result, TimeSpan actedIn) => new(
        call.Key,
        decided?.Organisation?.Id,
        call.CorrelationId,
        call.At,
        call.Called.IsOk ? call.Called.Value.E164 : null,
        call.Caller?.E164,
        outcome,
        ReasonFor(call, outcome, decided),
        result.Target,
        decided?.Diversions.Count ?? 0,
        decided?.Trace ?? [],
        result.Commands,
        actedIn)
    {
        // One that came too late to act on goes nowhere.
        ForwardedBy = decided is null || outcome == CallOutcome.Stale ? [] : [.. decided.Forwards.Select(each => each.By)],
    };

    /// <summary>A call that was supervised, and has ended.</summary>
    public static CallRecord Of(SupervisedCall call) => new(
        call.Facts.Id,
        call.Facts.Organisation,
        call.Facts.CorrelationId,
        call.Facts.At,
        call.Facts.Called.E164,
        call.Facts.Caller?.E164,
        call.Outcome ?? CallOutcome.Lost,
        call.Reason,
        call.Target,
        call.Diversions,
        call.Trace,
        call.Commands,
        call.ConnectedAt is { } connected ? (connected - call.Facts.At).ToTimeSpan() : TimeSpan.Zero)
    {
        AnsweredAt = call.AnsweredAt,
        EndedAt = call.EndedAt,
        PlacedBy = call.Facts.PlacedBy,
        ForwardedBy = call.ForwardedBy,
    };

    private static string ReasonFor(IncomingCall call, CallOutcome outcome, Decided? decided) => (decided, outcome) switch
    {
        (_, CallOutcome.Stale) => "stale",
        ({ } known, _) => CallReason.Of(known.Decision, known.Trace),
        _ => call.Called.IsOk ? "data-unavailable" : call.Called.Refusal.Name,
    };
}

using NodaTime;

namespace Koppla.Functions.Telephony.CallEvents;

/// <summary>A prompt was played to its end.</summary>
internal sealed record Played(string Id, string Connection, string? Context, Instant At)
    : CallEvent(Id, Connection, Context, At);

using NodaTime;

namespace Koppla.Functions.Telephony.CallEvents;

/// <summary>A prompt was stopped, or broken off by the next one.</summary>
internal sealed record PlayStopped(string Id, string Connection, string? Context, Instant At)
    : CallEvent(Id, Connection, Context, At);

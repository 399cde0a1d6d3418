using NodaTime;

namespace Koppla.Functions.Telephony.CallEvents;

/// <summary>The target of a handover answered; a call of two is no longer ours.</summary>
internal sealed record Transferred(string Id, string Connection, string? Context, Instant At)
    : CallEvent(Id, Connection, Context, At);

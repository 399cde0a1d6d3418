using NodaTime;

namespace Koppla.Functions.Telephony.CallEvents;

/// <summary>Somebody answered an invitation: a person, or an answering machine.</summary>
internal sealed record Joined(string Id, string Connection, string? Context, Instant At, CallTarget? Who)
    : CallEvent(Id, Connection, Context, At);

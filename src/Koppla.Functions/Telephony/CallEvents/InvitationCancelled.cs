using NodaTime;

namespace Koppla.Functions.Telephony.CallEvents;

/// <summary>An invitation rings no more.</summary>
internal sealed record InvitationCancelled(string Id, string Connection, string? Context, Instant At, string? InvitationId)
    : CallEvent(Id, Connection, Context, At);

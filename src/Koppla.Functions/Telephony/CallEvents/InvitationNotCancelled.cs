using NodaTime;

namespace Koppla.Functions.Telephony.CallEvents;

/// <summary>It was too late to cancel an invitation: it has ended, or is about to end, in its own event.</summary>
internal sealed record InvitationNotCancelled(string Id, string Connection, string? Context, Instant At, string? InvitationId)
    : CallEvent(Id, Connection, Context, At);

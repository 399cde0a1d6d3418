using NodaTime;

namespace Koppla.Functions.Telephony.CallEvents;

/// <summary>Somebody who was asked for a key has pressed none in time, or could not be asked.</summary>
/// <param name="Code">The provider's codes, for traces.</param>
internal sealed record NoKeyPressed(string Id, string Connection, string? Context, Instant At, string Code)
    : CallEvent(Id, Connection, Context, At);

using NodaTime;

namespace Koppla.Functions.Telephony.CallEvents;

/// <summary>Somebody could not be put on hold, or the music could not be played.</summary>
/// <param name="Code">The provider's codes, such as <c>486/560486</c>, for traces.</param>
internal sealed record NotHeld(string Id, string Connection, string? Context, Instant At, string Code)
    : CallEvent(Id, Connection, Context, At);

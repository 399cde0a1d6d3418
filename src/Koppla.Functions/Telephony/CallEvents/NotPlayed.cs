using NodaTime;

namespace Koppla.Functions.Telephony.CallEvents;

/// <summary>A prompt could not be played.</summary>
/// <param name="Code">The provider's codes, such as <c>486/560486</c>, for traces.</param>
internal sealed record NotPlayed(string Id, string Connection, string? Context, Instant At, string Code)
    : CallEvent(Id, Connection, Context, At);

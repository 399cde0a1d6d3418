using NodaTime;

namespace Koppla.Functions.Telephony.CallEvents;

/// <summary>The call was answered, but could not be connected.</summary>
/// <param name="Code">The provider's codes, such as <c>486/560486</c>, for traces.</param>
internal sealed record NotConnected(string Id, string Connection, string? Context, Instant At, string Code)
    : CallEvent(Id, Connection, Context, At);

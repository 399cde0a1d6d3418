using NodaTime;

namespace Koppla.Functions.Telephony.CallEvents;

/// <summary>The call is over, or we are out of it. Nothing more is told of it.</summary>
/// <param name="Code">The provider's codes, such as <c>486/560486</c>, for traces.</param>
internal sealed record Disconnected(string Id, string Connection, string? Context, Instant At, string Code)
    : CallEvent(Id, Connection, Context, At);

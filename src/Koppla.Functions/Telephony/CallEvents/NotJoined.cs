using NodaTime;

namespace Koppla.Functions.Telephony.CallEvents;

/// <summary>Somebody did not answer an invitation, or the call that was to begin with them.</summary>
/// <param name="Code">The provider's codes, such as <c>486/560486</c>, for traces.</param>
/// <param name="LateMeansNoAnswer">Whether it means <see cref="LegFailure.NoAnswer"/> when it comes as late as the ringing was to end.</param>
internal sealed record NotJoined(
    string Id, string Connection, string? Context, Instant At,
    CallTarget? Who, LegFailure Failure, string Code, bool LateMeansNoAnswer)
    : CallEvent(Id, Connection, Context, At);

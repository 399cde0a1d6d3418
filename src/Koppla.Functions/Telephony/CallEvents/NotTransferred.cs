using NodaTime;

namespace Koppla.Functions.Telephony.CallEvents;

/// <summary>The target of a handover did not answer; the call should still be there.</summary>
/// <param name="Code">The provider's codes, such as <c>486/560486</c>, for traces.</param>
/// <param name="LateMeansNoAnswer">Whether it means <see cref="LegFailure.NoAnswer"/> when it comes as late as the ringing was to end.</param>
internal sealed record NotTransferred(
    string Id, string Connection, string? Context, Instant At,
    LegFailure Failure, string Code, bool LateMeansNoAnswer)
    : CallEvent(Id, Connection, Context, At);

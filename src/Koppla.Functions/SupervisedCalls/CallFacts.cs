using Koppla.Functions.Telephony;
using Koppla.Routing;
using Koppla.Routing.Decisions;
using Koppla.Routing.Numbers;
using NodaTime;

namespace Koppla.Functions.SupervisedCalls;

/// <summary>What is known of a call when it is answered or placed, and does not change.</summary>
/// <param name="Id">As in its record: see <see cref="IncomingCalls.IncomingCall"/>.</param>
/// <param name="Secret">In the path of its callbacks, so that nobody else can guess it.</param>
internal sealed record CallFacts(
    string Id,
    string Secret,
    OrganisationId? Organisation,
    string CorrelationId,
    Instant At,
    PhoneNumber Called,
    PhoneNumber? Caller,
    Trail Trail)
{
    /// <summary>The user that the called number is tied to; null: none.</summary>
    public UserId? CalledUser { get; init; }

    /// <summary>The user who placed the call; null: it came in.</summary>
    public UserId? PlacedBy { get; init; }

    /// <summary>The number of ours that the call belongs to.</summary>
    public PhoneNumber Own => PlacedBy is null ? Called : Caller ?? Called;

    /// <summary>The caller as somebody in the call.</summary>
    public CallTarget CallerTarget { get; init; } = CallTarget.OfCaller(Caller);
}

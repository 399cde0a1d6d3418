using Koppla.Routing.Decisions;
using Koppla.Routing.Numbers;

namespace Koppla.Routing.Profiles;

/// <summary>What a profile does with calls to one kind of number. What is not in use keeps its destination.</summary>
/// <param name="Action">What happens first.</param>
/// <param name="ForwardTo">Where calls go at once; needed by <see cref="RuleAction.Forward"/>, kept otherwise.</param>
/// <param name="AfterReferral">Where calls go after the referral; null or disabled: the call ends there.</param>
/// <param name="OnBusy">When the user is busy, or declines.</param>
/// <param name="OnNoAnswer">When nobody has answered after <paramref name="NoAnswerSeconds"/>.</param>
/// <param name="OnNoConnection">When none of the user's devices can be reached.</param>
/// <param name="NoAnswerSeconds">5 to 60.</param>
public sealed record NumberRule(
    RuleAction Action,
    Destination? ForwardTo = null,
    FollowUp? AfterReferral = null,
    ConditionalRule? OnBusy = null,
    ConditionalRule? OnNoAnswer = null,
    ConditionalRule? OnNoConnection = null,
    int NoAnswerSeconds = NumberRule.DefaultNoAnswerSeconds)
{
    public const int MinNoAnswerSeconds = 5;
    public const int MaxNoAnswerSeconds = 60;
    public const int DefaultNoAnswerSeconds = 20;

    /// <summary>The devices ring, and nothing else is set.</summary>
    public static NumberRule Ring { get; } = new(RuleAction.Ring);

    /// <summary>Whether something is to be done when the devices have rung in vain.</summary>
    public bool HasConditions =>
        Action == RuleAction.RingThenReferral || OnBusy is { Enabled: true } || OnNoAnswer is { Enabled: true } || OnNoConnection is { Enabled: true };

    /// <summary>Every destination, in use or kept.</summary>
    public IEnumerable<Destination> Destinations =>
        new[] { ForwardTo, AfterReferral?.To, OnBusy?.To, OnNoAnswer?.To, OnNoConnection?.To }.OfType<Destination>();

    /// <summary>Everything to one number, at once.</summary>
    public static NumberRule Forward(PhoneNumber to) => new(RuleAction.Forward, Destination.Of(to));

    /// <summary>The conditional rule for a line that did not take the call; a declined call counts as <paramref name="declined"/>.</summary>
    public ConditionalRule? For(LineState state, LineState declined) => (state == LineState.Declined ? declined : state) switch
    {
        LineState.Busy or LineState.Declined => OnBusy,
        LineState.NoAnswer => OnNoAnswer,
        _ => OnNoConnection,
    };
}

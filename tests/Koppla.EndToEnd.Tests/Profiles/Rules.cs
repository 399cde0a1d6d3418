using Koppla.Routing.Directory;
using Koppla.Routing.Numbers;
using Koppla.Routing.Profiles;

namespace Koppla.EndToEnd.Tests.Profiles;

/// <summary>The rules that tests put together.</summary>
internal static class Rules
{
    /// <summary>The referral is played when a condition comes true.</summary>
    public static ConditionalRule Refer { get; } = new(ConditionAction.Referral, null, Enabled: true);

    /// <summary>The referral is played, and nothing follows it.</summary>
    public static NumberRule ReferAndHangUp { get; } = new(RuleAction.Referral);

    public static NumberRule Reject { get; } = new(RuleAction.Reject);

    public static ConditionalRule ForwardTo(PhoneNumber number) => new(ConditionAction.Forward, Destination.Of(number), Enabled: true);

    public static ConditionalRule ForwardTo(User colleague) => new(ConditionAction.Forward, Destination.Of(colleague.Id), Enabled: true);

    public static NumberRule ReferThen(PhoneNumber number) => ReferThen(Destination.Of(number));

    public static NumberRule ReferThen(User colleague) => ReferThen(Destination.Of(colleague.Id));

    private static NumberRule ReferThen(Destination to) => new(RuleAction.Referral, AfterReferral: new FollowUp(to, Enabled: true));
}

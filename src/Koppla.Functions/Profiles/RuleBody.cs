using Koppla.Routing.Profiles;

namespace Koppla.Functions.Profiles;

/// <summary>What a profile does with calls to one kind of number.</summary>
/// <param name="Action"><c>ring</c>, <c>forward</c>, <c>referral</c>, <c>ring-then-referral</c> or <c>reject</c>.</param>
/// <param name="ForwardTo">Needed by <c>forward</c>, kept otherwise.</param>
/// <param name="AfterReferral">Left out: the call ends after the referral.</param>
/// <param name="NoAnswerSeconds">5 to 60.</param>
internal sealed record RuleBody(
    string Action = null!,
    DestinationBody? ForwardTo = null,
    FollowUpBody? AfterReferral = null,
    ConditionBody? OnBusy = null,
    ConditionBody? OnNoAnswer = null,
    ConditionBody? OnNoConnection = null,
    int NoAnswerSeconds = NumberRule.DefaultNoAnswerSeconds)
{
    public static RuleBody Of(NumberRule rule) => new(
        Names.Kebab(rule.Action),
        DestinationBody.Of(rule.ForwardTo),
        FollowUpBody.Of(rule.AfterReferral),
        ConditionBody.Of(rule.OnBusy),
        ConditionBody.Of(rule.OnNoAnswer),
        ConditionBody.Of(rule.OnNoConnection),
        rule.NoAnswerSeconds);
}

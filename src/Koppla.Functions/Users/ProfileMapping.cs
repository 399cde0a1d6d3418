using Koppla.Functions.Users.Documents;
using Koppla.Routing.Profiles;

namespace Koppla.Functions.Users;

/// <summary>Between a profile and its part of the user's document.</summary>
internal static class ProfileMapping
{
    private const string Forward = "forward";

    public static ProfileDocument ToDocument(Profile profile) => new()
    {
        Id = profile.Id.Value,
        Name = profile.Name,
        StatusText = profile.StatusText,
        Absence = Names.Kebab(profile.Absence),
        StandardMinutes = profile.StandardMinutes,
        ReferralText = profile.Referral.Text,
        ReferralSound = profile.Referral.SoundFile,
        Fixed = ToDocument(profile.Fixed),
        Mobile = ToDocument(profile.Mobile),
    };

    public static Profile FromDocument(ProfileDocument document) => new(
        StoredUser.Profile(document.Id),
        document.Name,
        document.StatusText,
        StoredUser.Enumerated<Absence>(document.Absence),
        document.StandardMinutes,
        document is { ReferralText: null, ReferralSound: null }
            ? ReferralMessage.FromData
            : new ReferralMessage(document.ReferralText, document.ReferralSound),
        FromDocument(document.Fixed),
        FromDocument(document.Mobile));

    private static RuleDocument ToDocument(NumberRule rule) => new()
    {
        Action = Names.Kebab(rule.Action),
        ForwardTo = StoredUser.TextOf(rule.ForwardTo),
        AfterReferral = rule.AfterReferral is { } after
            ? new ConditionDocument { Action = Forward, To = StoredUser.TextOf(after.To), Enabled = after.Enabled }
            : null,
        OnBusy = ToDocument(rule.OnBusy),
        OnNoAnswer = ToDocument(rule.OnNoAnswer),
        OnNoConnection = ToDocument(rule.OnNoConnection),
        NoAnswerSeconds = rule.NoAnswerSeconds,
    };

    private static ConditionDocument? ToDocument(ConditionalRule? rule) => rule is null
        ? null
        : new ConditionDocument { Action = Names.Kebab(rule.Action), To = StoredUser.TextOf(rule.To), Enabled = rule.Enabled };

    private static NumberRule FromDocument(RuleDocument document) => new(
        StoredUser.Enumerated<RuleAction>(document.Action),
        StoredUser.DestinationOrNull(document.ForwardTo),
        document.AfterReferral is { } after
            ? new FollowUp(StoredUser.DestinationOrNull(after.To) ?? throw StoredUser.Corrupt("after-referral"), after.Enabled)
            : null,
        FromDocument(document.OnBusy),
        FromDocument(document.OnNoAnswer),
        FromDocument(document.OnNoConnection),
        document.NoAnswerSeconds);

    private static ConditionalRule? FromDocument(ConditionDocument? document) => document is null
        ? null
        : new ConditionalRule(
            StoredUser.Enumerated<ConditionAction>(document.Action), StoredUser.DestinationOrNull(document.To), document.Enabled);
}

using CsCheck;
using Koppla.Functions.Profiles;
using Koppla.Routing;
using Koppla.Routing.Profiles;

namespace Koppla.Functions.Tests.Profiles;

public sealed class ProfileBodyTests
{
    private static readonly Gen<Destination> Destinations =
        Gen.OneOf(Gen.OneOf(Destination.Of(Numbers.Outside), Destination.Of(Numbers.Fixed)), Gen.Guid.Select(id => Destination.Of(new UserId(id))));

    private static readonly Gen<ConditionalRule?> Conditions = Gen.OneOf(
        Gen.Const(ConditionalRule? () => null),
        Gen.Select(Destinations, Gen.Bool).Select(ConditionalRule? (to, enabled) => new(ConditionAction.Forward, to, enabled)),
        Gen.Select(Destinations.Null(), Gen.Bool).Select(ConditionalRule? (to, enabled) => new(ConditionAction.Referral, to, enabled)));

    private static readonly Gen<NumberRule> Rules = Gen.Select(
        Gen.Enum<RuleAction>(),
        Destinations,
        Gen.Bool,
        Gen.Select(Destinations, Gen.Bool, (to, enabled) => new FollowUp(to, enabled)).Null(),
        Conditions,
        Conditions,
        Conditions,
        Gen.Int[NumberRule.MinNoAnswerSeconds, NumberRule.MaxNoAnswerSeconds],
        (action, to, keeps, after, busy, noAnswer, noConnection, seconds) => new NumberRule(
            action, keeps || action == RuleAction.Forward ? to : null, after, busy, noAnswer, noConnection, seconds));

    private static readonly Gen<string> Texts = Gen.String[Gen.Char["abcåäö 123"], 1, 60].Where(text => text.Trim().Length > 0);

    private static readonly Gen<Profile> Profiles = Gen.Select(
        Texts,
        Texts.Null(),
        Gen.Enum<Absence>(),
        Gen.Int[1, 525_600].Nullable(),
        Texts.Null(),
        Gen.OneOf<string?>(null, "halsning.wav"),
        Rules,
        Rules,
        (name, status, absence, minutes, text, sound, fixedRule, mobileRule) => new Profile(
            ProfileId.Available, name, status, absence, minutes, new ReferralMessage(text, sound), fixedRule, mobileRule));

    [Fact]
    public void Every_profile_is_read_back_as_it_was_written() => Profiles.Sample(profile =>
    {
        var (read, problem) = ProfileReading.Read(ProfileBody.Of(profile), profile.Id);
        Assert.Null(problem);
        Assert.Equal(profile, read);
    });
}

using Koppla.Functions.IncomingCalls;
using Koppla.Functions.Telephony;
using Koppla.Routing;
using Koppla.Routing.Decisions;
using Koppla.Routing.Directory;
using Koppla.Routing.Numbers;
using Koppla.Routing.Profiles;

namespace Koppla.Functions.Tests.IncomingCalls;

public sealed class PlanTests
{
    private static readonly AppDevice App = new("8:acs:1_anna");
    private static readonly UserId Anna = new(Guid.Empty);
    private static readonly OrganisationId Owner = new(Guid.Empty);
    private static readonly Profile Away = Profile.Available(NumberRule.Ring, NumberRule.Ring);

    [Fact]
    public void A_forwarded_call_goes_to_its_destination_or_is_busy() =>
        Assert.Equal(["to Outside", "reject Busy"], Texts(PlanFor(new Forward(Numbers.Outside), null)));

    [Fact]
    public void The_configured_fallback_comes_before_busy() =>
        Assert.Equal(
            ["to Outside", "to Reception", "reject Busy"],
            Texts(PlanFor(new Forward(Numbers.Outside), Numbers.Reception)));

    [Fact]
    public void A_fallback_that_was_the_destination_is_not_tried_twice() =>
        Assert.Equal(["to Reception", "reject Busy"], Texts(PlanFor(new Forward(Numbers.Reception), Numbers.Reception)));

    [Fact]
    public void An_app_rings() =>
        Assert.Equal(
            ["to 8:acs:1_anna", "to Reception", "reject Busy"], Texts(PlanFor(Rings(App), Numbers.Reception)));

    [Fact]
    public void A_telephone_rings() =>
        Assert.Equal(["to Outside", "reject Busy"], Texts(PlanFor(Rings(new TelephoneDevice(Numbers.Outside)), null)));

    [Theory]
    [InlineData(RefuseReason.UnknownNumber, "None")]
    [InlineData(RefuseReason.OrganisationSuspended, "Forbidden")]
    [InlineData(RefuseReason.OrganisationMissing, "Busy")]
    [InlineData(RefuseReason.UserMissing, "Busy")]
    [InlineData(RefuseReason.ReservedMobile, "None")]
    [InlineData(RefuseReason.NotForwarded, "None")]
    [InlineData(RefuseReason.DiversionLoop, "Busy")]
    [InlineData(RefuseReason.TooManyDiversions, "Busy")]
    [InlineData(RefuseReason.DestinationForbidden, "None")]
    [InlineData(RefuseReason.NoDevice, "Busy")]
    public void A_refused_call_is_turned_away_whatever_the_fallback(RefuseReason reason, string told) =>
        Assert.Equal([$"reject {told}"], Texts(PlanFor(new Refuse(reason), Numbers.Reception)));

    [Fact]
    public void Without_data_the_configured_fallback_goes_before_the_called_line_and_both_before_busy()
    {
        Assert.Equal(["to Reception", "to 8:acs:1_anna", "reject Busy"], Texts(Plan.WithoutData(Numbers.Reception, App)));
        Assert.Equal(["to Reception", "reject Busy"], Texts(Plan.WithoutData(Numbers.Reception, null)));
        Assert.Equal(["to 8:acs:1_anna", "reject Busy"], Texts(Plan.WithoutData(null, App)));
        Assert.Equal(["reject Busy"], Texts(Plan.WithoutData(null, null)));
    }

    [Fact]
    public void A_call_that_is_followed_up_is_answered_or_still_rings() =>
        Assert.Equal(
            ["answer", "to 8:acs:1_anna", "to Reception", "reject Busy"],
            Texts(PlanFor(Rings(App) with { FollowedUp = true }, Numbers.Reception)));

    [Fact]
    public void A_referred_call_is_answered_or_goes_to_the_fallback()
    {
        var refer = new Refer(
            new User(Anna, Owner, "Anna Berg", [], Language.Swedish, CallHandling.Always(Away)), Away, Numbers.Fixed);

        Assert.Equal(["answer", "to Reception", "reject Busy"], Texts(PlanFor(refer, Numbers.Reception)));
        Assert.Equal(["answer", "reject Busy"], Texts(PlanFor(refer, null)));
    }

    private static IReadOnlyList<PlanStep> PlanFor(Decision decision, PhoneNumber? fallback) =>
        Plan.For(new Decided(decision, [], Trail.Empty, null, null), fallback);

    private static Ring Rings(Device device) => new([device], Anna, Numbers.Fixed, 20, FollowedUp: false);

    private static IEnumerable<string> Texts(IEnumerable<PlanStep> plan) => plan.Select(step => step switch
    {
        PlanStep.Redirect { Target: CallTarget.App app } => $"to {app.Id}",
        PlanStep.Redirect { Target: CallTarget.Telephone telephone } =>
            telephone.Number == Numbers.Outside ? "to Outside" : telephone.Number == Numbers.Reception ? "to Reception" : "to ?",
        PlanStep.Reject reject => $"reject {reject.Reason}",
        PlanStep.Answer => "answer",
        _ => "?",
    });
}

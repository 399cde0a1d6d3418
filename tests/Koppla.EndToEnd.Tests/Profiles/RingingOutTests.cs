using Koppla.Routing.Numbers;
using Koppla.Routing.Profiles;
using Koppla.Simulator.Calls;
using Koppla.Simulator.Telephones;

namespace Koppla.EndToEnd.Tests.Profiles;

/// <summary>Nobody answers within the time that the rule gives: five seconds, the shortest there is. The calls ring side by side.</summary>
public sealed class RingingOutTests(StackFixture fixture)
{
    private static readonly PhoneNumber OnBusy = TestNumbers.External();
    private static readonly PhoneNumber OnNoAnswer = TestNumbers.External();
    private static readonly PhoneNumber OnNoConnection = TestNumbers.External();

    private static readonly TimeSpan AtTheEnd = TimeSpan.FromSeconds(4.5);

    [Fact]
    public async Task What_ends_the_ringing_when_its_time_is_up_is_no_answer_unless_somebody_was_plainer() => await Task.WhenAll(
        AssertAsync(TelephoneScript.NoAnswer(), OnNoAnswer), // our own limit: 487/10004
        AssertAsync(TelephoneScript.NoAnswer(networkGivesUpAfter: AtTheEnd), OnNoAnswer),
        AssertAsync(TelephoneScript.TemporarilyUnavailable(AtTheEnd), OnNoAnswer),
        AssertAsync(TelephoneScript.Unreachable(Unreachability.SubscriberAbsent, AtTheEnd), OnNoAnswer),
        AssertAsync(TelephoneScript.Unreachable(Unreachability.NotRegistered, AtTheEnd), OnNoAnswer),
        AssertAsync(TelephoneScript.Unreachable(Unreachability.ServiceUnavailable, AtTheEnd), OnNoConnection),
        AssertAsync(TelephoneScript.Busy(AtTheEnd), OnBusy),
        AssertAsync(TelephoneScript.Decline(AtTheEnd), OnBusy));

    private async Task AssertAsync(TelephoneScript script, PhoneNumber destination)
    {
        var number = TestNumbers.Fixed();
        var user = await fixture.Tenant.UserAsync(
            NumberRule.Ring with
            {
                NoAnswerSeconds = NumberRule.MinNoAnswerSeconds,
                OnBusy = Rules.ForwardTo(OnBusy),
                OnNoAnswer = Rules.ForwardTo(OnNoAnswer),
                OnNoConnection = Rules.ForwardTo(OnNoConnection),
            },
            number);
        fixture.Stack.Simulator.Telephones.Script(user.App(), script);

        var call = await fixture.Tenant.CallAsync(number);

        Assert.Equal(new CallOutcome(OutcomeKind.Answered, destination.E164), call.Outcome);
        Assert.InRange(call.Leg(user.App())!.Since - call.Timeline[0].At, TimeSpan.FromSeconds(4.4), TimeSpan.FromSeconds(10));
        await call.HangUpAsync();
        await fixture.Tenant.RecordAfterTheEndOfAsync(call);
    }
}

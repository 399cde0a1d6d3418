using Koppla.EndToEnd.Tests.Profiles;
using Koppla.Routing.Directory;
using Koppla.Routing.Numbers;
using Koppla.Routing.Profiles;
using Koppla.Simulator.Calls;
using Koppla.Simulator.Telephones;

namespace Koppla.EndToEnd.Tests.SupervisedCalls;

/// <summary>Four users, whose calls between them see every command and every event of a supervised call.</summary>
public class Stories : OwnStack
{
    private readonly PhoneNumber busy = TestNumbers.Fixed();
    private readonly PhoneNumber away = TestNumbers.Fixed();
    private readonly PhoneNumber lost = TestNumbers.Fixed();
    private readonly PhoneNumber both = TestNumbers.Fixed();

    /// <summary>How the calls are recorded if all goes well.</summary>
    internal static readonly IReadOnlyList<string> Outcomes = ["answered", "transferred", "unanswered", "answered"];

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        var (takes, gets, refuses, rings) = (TestNumbers.External(), TestNumbers.External(), TestNumbers.External(), TestNumbers.External());

        var first = await Tenant.UserAsync(NumberRule.Ring with { OnBusy = Rules.ForwardTo(takes) }, busy);
        Script(first.App(), TelephoneScript.Busy());
        Script(takes.E164, Talks);

        await Tenant.UserAsync(Rules.ReferThen(gets), away);
        Script(gets.E164, Talks);

        await Tenant.UserAsync(Rules.ReferThen(refuses), lost);
        Script(refuses.E164, TelephoneScript.Busy());

        var app = Devices.App();
        await Tenant.UserAsync(
            CallHandling.Always(Profile.Available(NumberRule.Ring, NumberRule.Ring), app, new TelephoneDevice(rings)), both);
        Script(app.CommunicationUserId, Talks);
        Script(rings.E164, TelephoneScript.NoAnswer());
    }

    /// <summary>Plays the four at once and says how they were recorded, each once; nobody is left in any of them.</summary>
    internal async Task<IReadOnlyList<string>> PlayAsync(Uri? sweeper = null, TimeSpan? quiet = null) =>
        await Task.WhenAll(new[] { busy, away, lost, both }.Select(async number =>
        {
            var call = await Tenant.PlaceAsync(number);
            var outcome = await EndOfAsync(call, sweeper, quiet);
            Assert.All(call.Legs, leg => Assert.Equal(LegState.Ended, leg.State));
            return outcome;
        }));

    private static TelephoneScript Talks { get; } =
        TelephoneScript.AnswerAfter(TimeSpan.FromMilliseconds(50)).HangUpAfter(TimeSpan.FromMilliseconds(400));

    private void Script(string numberOrApp, TelephoneScript script) => Stack.Simulator.Telephones.Script(numberOrApp, script);
}

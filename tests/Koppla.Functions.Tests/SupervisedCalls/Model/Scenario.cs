using System.Collections.Immutable;
using Koppla.Functions.Calls;
using Koppla.Functions.Telephony;
using Koppla.Functions.Telephony.CallEvents;
using Koppla.Functions.Tests.IncomingCalls;
using Koppla.Routing.Directory;
using Koppla.Routing.Numbers;
using Koppla.Routing.Profiles;
using NodaTime;

namespace Koppla.Functions.Tests.SupervisedCalls.Model;

/// <summary>A kind of call: what the user has set, how those who are rung behave, and how it should end.</summary>
/// <param name="Outcome">When nothing goes wrong.</param>
/// <param name="Target">Likewise.</param>
internal sealed record Scenario(NumberRule Rule, ImmutableArray<Device> Devices, CallOutcome Outcome, string? Target)
{
    private static readonly CallTarget Telephone = new CallTarget.Telephone(Numbers.OtherOutside);
    private static readonly CallTarget Outside = new CallTarget.Telephone(Numbers.Outside);
    private static readonly CallTarget Reception = new CallTarget.Telephone(Numbers.Reception);
    private static readonly CallTarget App = new CallTarget.App(Exchange.App.CommunicationUserId);
    private static readonly TelephoneDevice Desk = new(Numbers.OtherOutside);

    private static readonly ConditionalRule ToOutside = new(ConditionAction.Forward, Destination.Of(Numbers.Outside), Enabled: true);

    private static readonly NumberRule Conditional = NumberRule.Ring with
    {
        OnBusy = ToOutside,
        OnNoAnswer = ToOutside,
        OnNoConnection = ToOutside,
    };

    public static IReadOnlyDictionary<string, Scenario> All { get; } = new Dictionary<string, Scenario>(StringComparer.Ordinal)
    {
        ["the app answers"] = new(Conditional, [Exchange.App], CallOutcome.Answered, Exchange.App.CommunicationUserId)
        {
            Telephones = [(App, Behaviour.Answers(6))],
        },
        ["busy, and the number outside answers"] = new(Conditional, [Exchange.App], CallOutcome.Answered, Numbers.Outside.E164)
        {
            Telephones = [(App, Behaviour.Fails(LegFailure.Busy)), (Outside, Behaviour.Answers(5))],
        },
        ["no answer, and a referral"] = new(new NumberRule(RuleAction.RingThenReferral), [Exchange.App], CallOutcome.Referred, null),
        ["of two devices the telephone answers"] = new(Conditional, [Exchange.App, Desk], CallOutcome.Answered, Numbers.OtherOutside.E164)
        {
            Telephones = [(Telephone, Behaviour.Answers(7))],
        },
        ["a referral, and then given away"] = new(
            new NumberRule(RuleAction.Referral, AfterReferral: new FollowUp(Destination.Of(Numbers.Outside), Enabled: true)),
            [],
            CallOutcome.Transferred,
            Numbers.Outside.E164)
        {
            Telephones = [(Outside, Behaviour.Answers(8))],
        },
        ["unreachable, and the organisation's fallback answers"] = new(NumberRule.Ring, [Exchange.App, Desk], CallOutcome.Answered, Numbers.Reception.E164)
        {
            Fallback = Numbers.Reception,
            Telephones =
            [
                (App, Behaviour.Fails(LegFailure.NoConnection)),
                (Telephone, Behaviour.Fails(LegFailure.NoConnection, 2)),
                (Reception, Behaviour.Answers(5)),
            ],
        },
        ["nobody is left to try"] = new(NumberRule.Ring, [Exchange.App, Desk], CallOutcome.Unanswered, null)
        {
            Telephones = [(App, Behaviour.Fails(LegFailure.Declined, 3))],
        },
        ["the caller's number may not be shown"] = new(Conditional, [Desk], CallOutcome.Answered, Numbers.OtherOutside.E164)
        {
            ForbiddenCallerId = Numbers.Caller,
            Telephones = [(Telephone, Behaviour.Answers(4))],
        },
        ["the caller loses patience"] = new(Conditional, [Exchange.App], CallOutcome.Abandoned, null) { Patience = 12 },
        ["who answered hangs up first"] = new(Conditional, [Exchange.App], CallOutcome.Answered, Exchange.App.CommunicationUserId)
        {
            PartnerHangsUpFirst = true,
            Telephones = [(App, Behaviour.Answers(6))],
        },
        ["placed, and the number outside answers"] = new(Conditional, [Exchange.App], CallOutcome.Answered, Numbers.Outside.E164)
        {
            Places = Numbers.Outside,
            Telephones = [(App, Behaviour.Answers(3)), (Outside, Behaviour.Answers(5))],
        },
        ["placed, and the number outside is busy"] = new(Conditional, [Exchange.App], CallOutcome.Unanswered, Numbers.Outside.E164)
        {
            Places = Numbers.Outside,
            Telephones = [(App, Behaviour.Answers(3)), (Outside, Behaviour.Fails(LegFailure.Busy))],
        },
        ["placed to one of our numbers that is forwarded"] = new(Conditional, [Exchange.App], CallOutcome.Answered, Numbers.Outside.E164)
        {
            Places = Numbers.Reserved,
            Telephones = [(App, Behaviour.Answers(3)), (Outside, Behaviour.Answers(5))],
        },
        ["placed, and the own device declines"] = new(Conditional, [Exchange.App], CallOutcome.NotPlaced, null)
        {
            Places = Numbers.Outside,
            Telephones = [(App, Behaviour.Fails(LegFailure.Declined, 2))],
        },
        ["placed, and the own device rings in vain"] = new(Conditional, [Exchange.App], CallOutcome.NotPlaced, null) { Places = Numbers.Outside },
        ["placed, and the user loses patience"] = new(Conditional, [Exchange.App], CallOutcome.Abandoned, Numbers.Outside.E164)
        {
            Places = Numbers.Outside,
            Patience = 12,
            Telephones = [(App, Behaviour.Answers(3))],
        },
    };

    public static TheoryData<string> Names => [.. All.Keys];

    public ImmutableArray<(CallTarget Who, Behaviour Does)> Telephones { get; init; } = [];

    /// <summary>The user calls this number; null: the user is called.</summary>
    public PhoneNumber? Places { get; init; }

    public PhoneNumber? Fallback { get; init; }

    public PhoneNumber? ForbiddenCallerId { get; init; }

    /// <summary>Seconds that the caller waits.</summary>
    public int Patience { get; init; } = 1200;

    public bool PartnerHangsUpFirst { get; init; }

    public async Task<CallRun> PlayAsync(Action<Perils>? endanger = null, bool redelivers = true, Func<CallEvent, bool>? isDropped = null)
    {
        var run = new CallRun(ToModel, redelivers, isDropped);
        await run.Exchange.OrganisationAsync(fallback: Fallback);
        await run.Exchange.UserAsync(Rule, [.. Devices]);
        await run.Exchange.ReservedAsync(Numbers.Reserved, Numbers.Outside);
        endanger?.Invoke(run.Perils);
        return Places is { } to ? await run.PlaceAsync(to) : await run.PlayAsync(TestCall.Calling(Numbers.Fixed));
    }

    private ModelProvider ToModel(IClock clock, Perils perils)
    {
        var model = new ModelProvider(clock, perils)
        {
            ForbiddenCallerId = ForbiddenCallerId,
            Patience = Duration.FromSeconds(Patience),
            PartnerHangsUpFirst = PartnerHangsUpFirst,
        };
        foreach (var (who, does) in Telephones)
        {
            model.Telephones[who] = does;
        }

        return model;
    }
}

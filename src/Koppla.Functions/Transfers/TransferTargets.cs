using Koppla.Functions.Api;
using Koppla.Functions.IncomingCalls;
using Koppla.Functions.Numbers;
using Koppla.Functions.Organisations;
using Koppla.Functions.Security;
using Koppla.Functions.SupervisedCalls;
using Koppla.Functions.Telephony;
using Koppla.Functions.Users;
using Koppla.Routing.Decisions;
using Koppla.Routing.Destinations;
using Koppla.Routing.Numbers;
using Koppla.Routing.Profiles;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace Koppla.Functions.Transfers;

/// <summary>
/// Finds what to ring for the target of a transfer. A colleague, and every number of ours, is subject to its own rules, by the
/// decision that serves calls; a number outside to the destination policy.
/// </summary>
internal sealed class TransferTargets(
    UserStore users, NumberStore numbers, OrganisationCache organisations, CallRouter router, WorkPlanner planner, IClock clock)
{
    public async Task<(TransferTarget? Target, Problem? Problem)> FindAsync(
        Person person, SupervisedCall call, Destination destination, int seconds, CancellationToken cancellationToken)
    {
        if (destination is NumberDestination { Number: var number })
        {
            return await ToNumberAsync(person, call, number.E164, number, seconds, cancellationToken);
        }

        var colleague = ((ColleagueDestination)destination).User;
        if (colleague == person.Id)
        {
            return (null, TransferProblems.ColleagueIsSelf);
        }

        return (await users.ReadAsync(person.Organisation, colleague, cancellationToken))?.Value switch
        {
            null => (null, TransferProblems.ColleagueNotFound),
            { MainNumber: { } main } => await RingAsync(call, colleague.ToString(), main, seconds, cancellationToken),
            _ => (null, TransferProblems.ColleagueWithoutNumber),
        };
    }

    private async Task<(TransferTarget? Target, Problem? Problem)> ToNumberAsync(
        Person person, SupervisedCall call, string to, PhoneNumber number, int seconds, CancellationToken cancellationToken)
    {
        var organisation = await organisations.GetAsync(person.Organisation, cancellationToken);
        if (DestinationPolicy.Check(number, own: null, organisation?.Countries ?? AllowedCountries.Default) is { } refusal)
        {
            return (null, Problem.Of(StatusCodes.Status422UnprocessableEntity, refusal, "to.number"));
        }

        if (await numbers.ReadAsync(number, cancellationToken) is not null)
        {
            return await RingAsync(call, to, number, seconds, cancellationToken);
        }

        var target = new CallTarget.Telephone(number);
        if (target == call.First || target == call.Partner)
        {
            return (null, TransferProblems.AlreadyInCall);
        }

        var shown = CallerIds.For(call.Facts, organisation, forwarder: call.Facts.Called);
        return (new TransferTarget(to, number, null, new Work.Ring(number, seconds, null, [shown.LegTo(target)])), null);
    }

    private async Task<(TransferTarget? Target, Problem? Problem)> RingAsync(
        SupervisedCall call, string to, PhoneNumber goal, int seconds, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var decided = await router.DecideAsync(new Call(goal, call.Facts.Caller, now, Trail.Empty), cancellationToken);
        var planned = planner.For(call.Facts, decided, step: 1, now, isFollowedUp: true);
        if (planned.Work is not Work.Ring ring)
        {
            return (null, TransferProblems.Unavailable(string.Join(' ', Sentences.Of(decided.Trace, Language.English, masked: false))));
        }

        return ring.Without(call.First, call.Partner) is { } others
            ? (new TransferTarget(to, ring.Line, ring.User, others with { Seconds = seconds }), null)
            : (null, TransferProblems.AlreadyInCall);
    }
}

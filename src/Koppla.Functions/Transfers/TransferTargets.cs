using Koppla.Functions.Api;
using Koppla.Functions.IncomingCalls;
using Koppla.Functions.Numbers;
using Koppla.Functions.Organisations;
using Koppla.Functions.Security;
using Koppla.Functions.SupervisedCalls;
using Koppla.Functions.Telephony;
using Koppla.Routing.Decisions;
using Koppla.Routing.Directory;
using Koppla.Routing.Profiles;
using NodaTime;

namespace Koppla.Functions.Transfers;

/// <summary>
/// Finds what to ring for the target of a transfer. A colleague, and every number of ours, is subject to its own rules, by the
/// decision that serves calls; a number outside to the destination policy.
/// </summary>
internal sealed class TransferTargets(
    Goals goals, NumberStore numbers, OrganisationCache organisations, CallRouter router, WorkPlanner planner, IClock clock)
{
    public async Task<(TransferTarget? Target, Problem? Problem)> FindAsync(
        Person person, SupervisedCall call, Destination destination, int seconds, CancellationToken cancellationToken)
    {
        if (destination is ColleagueDestination colleague && colleague.User == person.Id)
        {
            return (null, TransferProblems.ColleagueIsSelf);
        }

        var (goal, problem) = await goals.FindAsync(person, destination, cancellationToken);
        if (goal is null)
        {
            return (null, problem);
        }

        if (destination is ColleagueDestination)
        {
            return await RingAsync(call, goal, RoutingData.Empty, seconds, cancellationToken);
        }

        return await numbers.ReadAsync(goal.Number, cancellationToken) is { Value: var ours }
            ? await RingAsync(call, goal, RoutingData.Empty.With(goal.Number, ours), seconds, cancellationToken)
            : await ToOutsideAsync(person, call, goal, seconds, cancellationToken);
    }

    private async Task<(TransferTarget? Target, Problem? Problem)> ToOutsideAsync(
        Person person, SupervisedCall call, Goal goal, int seconds, CancellationToken cancellationToken)
    {
        var target = new CallTarget.Telephone(goal.Number);
        if (target == call.First || target == call.Partner)
        {
            return (null, TransferProblems.AlreadyInCall);
        }

        var organisation = await organisations.GetAsync(person.Organisation, cancellationToken);
        var shown = CallerIds.For(call.Facts, organisation, forwarder: call.Facts.Own);
        var ring = new Work.Ring(goal.Number, seconds, null, [shown.LegTo(target)]);
        return (new TransferTarget(goal.To, goal.Number, null, ring), null);
    }

    /// <param name="known">Need not be read again.</param>
    private async Task<(TransferTarget? Target, Problem? Problem)> RingAsync(
        SupervisedCall call, Goal goal, RoutingData known, int seconds, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var decided = await router.DecideAsync(known, new Call(goal.Number, call.Facts.Caller, now, Trail.Empty), cancellationToken);
        var planned = planner.For(call.Facts, decided, step: 1, now, isFollowedUp: true);
        if (planned.Work is not Work.Ring ring)
        {
            return (null, TransferProblems.Unavailable(string.Join(' ', Sentences.Of(decided.Trace, Language.English, masked: false))));
        }

        return ring.Without(call.First, call.Partner) is { } others
            ? (new TransferTarget(goal.To, ring.Line, ring.User, others with { Seconds = seconds }), null)
            : (null, TransferProblems.AlreadyInCall);
    }
}

using CsCheck;
using Koppla.Routing.Callers;
using Koppla.Routing.Decisions;
using Koppla.Routing.Destinations;
using Koppla.Routing.Directory;
using Koppla.Routing.Numbers;
using NodaTime;

namespace Koppla.Routing.Tests.Decisions;

/// <summary>What holds for every call to every directory.</summary>
public sealed class EnginePropertyTests
{
    private const int MostRounds = 40;

    /// <summary>A call and the fallback's are chains of this many numbers at most; each may ring once and refer once; the last decision ends it.</summary>
    private const int MostDecisions = (2 * ((RoutingEngine.MaxDiversions + 1) + RoutingEngine.MaxDiversions)) + 1;

    [Fact]
    public void Every_call_is_decided_in_a_bounded_number_of_rounds() =>
        Sample(call =>
        {
            var decided = call.Decide();
            return call.Exchange.Rounds <= MostRounds && !decided.Trace.IsDefaultOrEmpty;
        });

    [Fact]
    public void The_same_call_is_decided_the_same_way_twice() =>
        Sample(call =>
        {
            var one = call.Decide();
            var two = call.Decide();
            return one.Decision == two.Decision && one.Trace.SequenceEqual(two.Trace) && one.Diversions.Equals(two.Diversions);
        });

    [Fact]
    public void A_call_leaves_for_an_outside_number_that_the_organisation_that_sends_it_allows() =>
        Sample(call => call.Decide() is not { Decision: Forward(var destination, _) } decided
            || (IsOutside(call.Exchange, destination) && IsAllowed(call.Exchange, decided.Diversions.Numbers[^1], destination)));

    [Fact]
    public void A_rule_sends_a_call_outside_only_as_its_organisations_policy_lets_it() =>
        Sample(call =>
        {
            var decided = call.Decide();
            return decided.Forwards.All(forward => IsLetBy(call.Exchange, forward))
                && (decided.Decision is not Forward(var destination, _)
                    || destination.Equals(decided.Organisation?.Fallback)
                    || IsOldEnough(call, decided.Forwards[^1], destination));
        });

    [Fact]
    public void A_telephone_rings_only_if_its_users_organisation_allows_it() =>
        Sample(call => call.Decide() is not { Decision: Ring ring }
            || Telephones(ring).All(telephone => IsAllowed(call.Exchange, ring.Line, telephone)));

    [Fact]
    public void A_call_never_goes_where_it_has_been() =>
        Sample(call =>
        {
            var decided = call.Decide();
            IEnumerable<PhoneNumber> ends = decided.Decision switch
            {
                Forward(var destination, _) => [destination],
                Ring ring => Telephones(ring),
                _ => [],
            };
            return ends.All(end => end != call.Call.Called && !call.Call.Trail.Contains(end) && !decided.Diversions.Contains(end));
        });

    [Fact]
    public void No_number_is_diverted_from_twice_in_one_decision() =>
        Sample(call =>
        {
            var added = call.Decide().Diversions.Numbers.Skip(call.Call.Trail.Count).ToList();
            return added.Distinct().Count() == added.Count;
        });

    [Fact]
    public void No_call_is_diverted_more_often_than_the_limit() =>
        Sample(call =>
        {
            var decided = call.Decide();
            return decided.Decision switch
            {
                Forward => decided.Diversions.Count <= RoutingEngine.MaxDiversions,
                Ring ring when Telephones(ring).Any() => decided.Diversions.Count <= RoutingEngine.MaxDiversions + 1,
                _ => decided.Diversions.Count <= Math.Max(call.Call.Trail.Count, RoutingEngine.MaxDiversions),
            };
        });

    [Fact]
    public void A_suspended_organisations_rules_send_no_call_anywhere() =>
        Sample(call =>
        {
            var decided = call.Decide();
            var left = decided.Diversions.Numbers.Skip(call.Call.Trail.Count);
            return left.All(number => OwnersOf(call.Exchange, number).Any(owner => !owner.Suspended));
        });

    [Fact]
    public void A_blocked_caller_rings_nobody_and_hears_no_referral() =>
        Sample(call => call.Decide().Decision switch
        {
            Ring ring => !IsBlocked(call, call.Exchange.Users[ring.User]),
            Refer refer => !IsBlocked(call, refer.User),
            _ => true,
        });

    [Fact]
    public void A_line_that_has_failed_does_not_ring_and_a_referral_that_was_heard_is_not_played() =>
        Sample(call => call.Decide().Decision switch
        {
            Ring ring => call.Call.Lines.StateOf(ring.Line) is null && !call.Call.Lines.IsReferred(ring.Line),
            Forward(var destination, _) => call.Call.Lines.StateOf(destination) is null,
            Refer refer => !call.Call.Lines.IsReferred(refer.Line),
            _ => true,
        });

    [Fact]
    public void A_new_calls_forward_is_never_followed_up() =>
        Sample(call => call.Exchange.Decide(call.Call with { Lines = LineStates.Empty }).Decision is not Forward { FollowedUp: true });

    [Fact]
    public void When_a_ring_that_is_not_followed_up_fails_nothing_is_left_to_do() =>
        Sample(call => call.Decide().Decision is not Ring { FollowedUp: false } ring
            || Enum.GetValues<LineState>().All(state =>
                call.Exchange.Decide(call.Call with { Lines = call.Call.Lines.With(ring.Line, state) }).Decision is Refuse));

    [Fact]
    public void A_call_that_is_decided_again_after_each_failure_ends() =>
        Gen.Select(RandomCall.Any, Gen.Enum<LineState>().Array[MostDecisions]).Sample((call, states) => Ends(call, states), iter: 5_000);

    [Fact]
    public void Random_calls_meet_every_decision_every_reason_and_every_step_that_they_can()
    {
        var met = new HashSet<string>(StringComparer.Ordinal);
        RandomCall.Any.Sample(
            call =>
            {
                var decided = call.Decide();
                met.Add(decided.Decision is Refuse(var reason) ? $"{reason}" : decided.Decision.GetType().Name);
                met.UnionWith(decided.Trace.Select(step => $"{step.Code}."));
            },
            iter: 20_000,
            threads: 1);

        string[] all =
        [
            nameof(Forward), nameof(Ring), nameof(Refer), nameof(HangUp),
            .. Enum.GetNames<RefuseReason>(),
            .. Enum.GetNames<TraceCode>().Select(code => $"{code}."),
        ];
        Assert.Equal(all.Order(StringComparer.Ordinal), met.Order(StringComparer.Ordinal));
    }

    private static bool Ends(RandomCall random, LineState[] states)
    {
        var call = random.Call with { Lines = LineStates.Empty };
        HashSet<PhoneNumber> tried = [];
        HashSet<PhoneNumber> heard = [];
        foreach (var state in states)
        {
            var lines = random.Exchange.Decide(call).Decision switch
            {
                Ring ring when tried.Add(ring.Line) => call.Lines.With(ring.Line, state),
                Forward(var destination, FollowedUp: true) when tried.Add(destination) => call.Lines.With(destination, state),
                Refer refer when heard.Add(refer.Line) => call.Lines.WithReferral(refer.Line),
                Forward { FollowedUp: false } or HangUp or Refuse => null,
                var again => throw new InvalidOperationException($"once more: {again}"),
            };
            if (lines is null)
            {
                return true;
            }

            call = call with { Lines = lines };
        }

        return false;
    }

    private static void Sample(Func<RandomCall, bool> holds) => RandomCall.Any.Sample(holds, iter: 5_000);

    private static IEnumerable<PhoneNumber> Telephones(Ring ring) => ring.Devices.OfType<TelephoneDevice>().Select(device => device.Number);

    private static bool IsBlocked(RandomCall call, User user) =>
        user.Handling.Exceptions.FirstOrDefault(exception => Fits(call, exception, user)) is { Treatment: CallerTreatment.Blocked };

    private static bool Fits(RandomCall call, CallerException exception, User user)
    {
        var caller = call.Call.Caller;
        var isInternal = caller is not null && call.Exchange.Numbers.GetValueOrDefault(caller) switch
        {
            ReservedNumber reserved => reserved.Organisation == user.Organisation,
            AssignedNumber assigned => assigned.Organisation == user.Organisation,
            _ => false,
        };
        return exception.Group switch
        {
            CallerGroup.Number => exception.Number! == caller,
            CallerGroup.Withheld => caller is null,
            CallerGroup.Internal => isInternal,
            _ => !isInternal,
        };
    }

    private static bool IsLetBy(Exchange exchange, ExternalForward forward) =>
        forward.Policy == exchange.Organisations[forward.By.Organisation].ExternalForwards
        && forward.Policy.SetBy != ForwardSetters.Nobody
        && exchange.CountsOf(forward.By.Organisation).By(forward.By) < forward.Policy.PerUserPerHour
        && exchange.CountsOf(forward.By.Organisation).All < forward.Policy.PerOrganisationPerHour;

    private static bool IsOldEnough(RandomCall call, ExternalForward last, PhoneNumber destination)
    {
        var since = last.By.User is { } user
            ? call.Exchange.Users[user].Handling.DestinationSince(destination)
            : ((ReservedNumber)call.Exchange.Numbers[last.By.Number!]).Forwarding!.Since;
        return since is null || call.Call.At - since >= Duration.FromMinutes(last.Policy.CoolDownMinutes);
    }

    private static bool IsOutside(Exchange exchange, PhoneNumber number) => !exchange.Numbers.ContainsKey(number);

    private static bool IsAllowed(Exchange exchange, PhoneNumber from, PhoneNumber to) =>
        OwnerOf(exchange, from) is { } owner && DestinationPolicy.Check(to, from, owner.Countries) is null;

    /// <summary>Whose rule may have sent a call on from this number: its owner's, and those of a colleague who was reached by it.</summary>
    private static IEnumerable<Organisation> OwnersOf(Exchange exchange, PhoneNumber number) =>
    [
        .. OwnerOf(exchange, number) is { } owner ? [owner] : Array.Empty<Organisation>(),
        .. exchange.Users.Values
            .Where(user => number.Equals(user.MainNumber))
            .Select(user => exchange.Organisations.GetValueOrDefault(user.Organisation))
            .OfType<Organisation>(),
    ];

    private static Organisation? OwnerOf(Exchange exchange, PhoneNumber number)
    {
        OrganisationId? id = exchange.Numbers.GetValueOrDefault(number) switch
        {
            ReservedNumber reserved => reserved.Organisation,
            AssignedNumber assigned => assigned.Organisation,
            _ => null,
        };
        return id is { } known ? exchange.Organisations.GetValueOrDefault(known) : null;
    }
}

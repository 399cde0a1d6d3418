using CsCheck;
using Koppla.Functions.Colleagues;
using Koppla.Functions.Destinations;
using Koppla.Functions.IncomingCalls;
using Koppla.Functions.Numbers;
using Koppla.Functions.Organisations;
using Koppla.Functions.Security;
using Koppla.Functions.Storage;
using Koppla.Functions.Tests.IncomingCalls;
using Koppla.Functions.Tests.Storage;
using Koppla.Functions.Users;
using Koppla.Routing.Decisions;
using Koppla.Routing.Destinations;
using Koppla.Routing.Directory;
using Koppla.Routing.Numbers;
using Koppla.Routing.Profiles;
using NodaTime;
using NodaTime.Testing;

namespace Koppla.Functions.Tests.Destinations;

/// <summary>
/// No sequence of settings and calls yields a forward outside the rules, nor keeps one that is within them: held against a book of what was
/// set when, and of what was sent when.
/// </summary>
public sealed class GuardSequenceTests
{
    private static readonly PhoneNumber[] Outside = [Numbers.Outside, Numbers.OtherOutside, Numbers.Reception];

    private static readonly Gen<Step> AStep = Gen.Frequency(
        (6, Gen.Bool.Select(byUser => (Step)new Step.Call(byUser))),
        (2, Gen.Select(Gen.Bool, Gen.Int[-1, 2]).Select(each => (Step)new Step.Set(each.Item1, each.Item2))),
        (2, Gen.Int[0, 35].Select(minutes => (Step)new Step.Wait(minutes))),
        (1, Gen.Select(Gen.Int[0, 5], Gen.Int[0, 2], Gen.Int[0, 4], Gen.Int[0, 6]).Select(each => (Step)new Step.Say(new(
            each.Item1 == 0 ? ForwardSetters.Nobody : ForwardSetters.Everyone, false, 30 * each.Item2, each.Item3, each.Item4)))));

    private static readonly FakeStorage Storage = new();

    [Fact]
    public void A_call_goes_outside_when_and_only_when_the_rules_of_that_moment_let_it() =>
        AStep.Array[1, 60].Sample(
            steps => new Run().Take(steps).GetAwaiter().GetResult(), iter: 300, print: steps => string.Join("; ", steps.Select(step => step.ToString())));

    /// <summary>What somebody does.</summary>
    private abstract record Step
    {
        /// <summary>The user, or the reserved number, is called.</summary>
        public sealed record Call(bool User) : Step;

        /// <summary>Calls go to one of the numbers outside, or nowhere.</summary>
        public sealed record Set(bool User, int Number) : Step;

        public sealed record Wait(int Minutes) : Step;

        public sealed record Say(ExternalForwardPolicy Policy) : Step;
    }

    private sealed class Run
    {
        private readonly FakeClock clock = new(TestCall.Now);
        private readonly CallRouter router;
        private readonly Dictionary<bool, (PhoneNumber To, Instant Since)?> book = new() { [true] = null, [false] = null };
        private readonly List<(bool User, Instant At)> sent = [];
        private ExternalForwardPolicy policy = ExternalForwardPolicy.Default with { PerUserPerHour = 3, PerOrganisationPerHour = 5 };
        private CallHandling handling = HandlingTo(null);
        private Forwarding? forwarding;
        private int calls;

        public Run()
        {
            var tables = new Tables(Storage.Service);
            var counter = new ForwardCounter(clock);
            var users = new UserStore(tables, new ColleagueIndex(tables, new SecretSource()));
            var organisations = new OrganisationCache(new OrganisationStore(tables), clock);
            var numbers = new NumberStore(tables, new NumberListing(tables, new NumberBlocks(tables)));
            router = new CallRouter(new RoutingDataReader(numbers, users, organisations, counter), counter);
        }

        public async Task<bool> Take(Step[] steps)
        {
            foreach (var step in steps)
            {
                if (!await TakeAsync(step))
                {
                    return false;
                }
            }

            return true;
        }

        private async Task<bool> TakeAsync(Step step)
        {
            switch (step)
            {
                case Step.Wait wait:
                    clock.Advance(Duration.FromMinutes(wait.Minutes));
                    break;
                case Step.Say say:
                    policy = say.Policy;
                    break;
                case Step.Set set:
                    Apply(set.User, set.Number < 0 ? null : Outside[set.Number]);
                    break;
                case Step.Call call:
                    return await GoesAsync(call.User) == MayGo(call.User);
            }

            return true;
        }

        private void Apply(bool user, PhoneNumber? to)
        {
            var now = clock.GetCurrentInstant();
            book[user] = to is null ? null : (to, book[user] is (var before, var since) && before.Equals(to) ? since : now);
            if (user)
            {
                handling = DestinationAges.Noted(handling, HandlingTo(to), now);
            }
            else
            {
                forwarding = to is null ? null : DestinationAges.Noted(forwarding, new Forwarding(to, true), now);
            }
        }

        private bool MayGo(bool user)
        {
            var now = clock.GetCurrentInstant();
            var recent = sent.Where(each => now - each.At < Duration.FromHours(1)).ToList();
            var may = book[user] is (_, var since)
                && policy.SetBy != ForwardSetters.Nobody
                && now - since >= Duration.FromMinutes(policy.CoolDownMinutes)
                && recent.Count(each => each.User == user) < policy.PerUserPerHour
                && recent.Count < policy.PerOrganisationPerHour;
            if (may)
            {
                sent.Add((user, now));
            }

            return may;
        }

        private async Task<bool> GoesAsync(bool user)
        {
            var called = user ? Numbers.Fixed : Numbers.Reserved;
            var organisation = new Organisation(Exchange.Owner, "Exempelbolaget AB", false, AllowedCountries.Default, null) { ExternalForwards = policy };
            var data = RoutingData.Empty
                .With(organisation)
                .With(new User(Exchange.Anna, Exchange.Owner, "Anna Berg", [Numbers.Fixed], Language.Swedish, handling))
                .With(Numbers.Fixed, new AssignedNumber(Exchange.Owner, Exchange.Anna))
                .With(Numbers.Reserved, new ReservedNumber(Exchange.Owner, forwarding));
            data = Outside.Aggregate(data, (so, number) => so.With(number, UnknownNumber.Instance));
            var decided = await router.DecideAsync(
                $"call {calls++}", data, new Call(called, null, clock.GetCurrentInstant(), Trail.Empty), CancellationToken.None);
            return decided.Decision is Forward;
        }

        private static CallHandling HandlingTo(PhoneNumber? to) =>
            CallHandling.Always(Profile.Available(to is null ? NumberRule.Ring : NumberRule.Forward(to), NumberRule.Ring), Exchange.App);
    }
}

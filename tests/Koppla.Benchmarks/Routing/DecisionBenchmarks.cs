using BenchmarkDotNet.Attributes;
using Koppla.Routing;
using Koppla.Routing.Callers;
using Koppla.Routing.Decisions;
using Koppla.Routing.Destinations;
using Koppla.Routing.Directory;
using Koppla.Routing.Numbers;
using Koppla.Routing.Profiles;
using Koppla.Routing.Schedules;
using NodaTime;

namespace Koppla.Benchmarks.Routing;

/// <summary>The decision with everything read already. The aim: 500,000 a second on one core, with less than 1 KB each, traces and schedules included.</summary>
[MemoryDiagnoser]
public class DecisionBenchmarks
{
    private static readonly OrganisationId OrganisationId = new(Guid.Parse("11111111-1111-1111-1111-111111111111"));
    private static readonly UserId UserId = new(Guid.Parse("22222222-2222-2222-2222-222222222222"));
    private static readonly AppDevice App = new("8:acs:11111111-1111-1111-1111-111111111111_anna");

    private readonly Call toReserved = CallTo("+4686785500");
    private readonly Call toUser = CallTo("+4686785510");
    private readonly Call toUserBusy = CallTo("+4686785510") with { Lines = LineStates.Empty.With(Number("+4686785510"), LineState.Busy) };
    private readonly Call toUnknown = CallTo("+4686785599");
    private readonly Call toChain = CallTo("+4686785520");
    private readonly RoutingData reserved = Directory.With(Number("+4686785500"), Reserved("+46701740610")).With(Number("+46701740610"), UnknownNumber.Instance);
    private readonly RoutingData unknown = RoutingData.Empty.With(Number("+4686785599"), UnknownNumber.Instance);
    private readonly RoutingData forwarding = WithUser(CallHandling.Always(Profile.Available(NumberRule.Forward(Number("+46701740610")), NumberRule.Ring), App));
    private readonly RoutingData full = WithUser(Full);

    private readonly RoutingData chain = Directory
        .With(Number("+4686785520"), Reserved("+4686785521"))
        .With(Number("+4686785521"), Reserved("+4686785522"))
        .With(Number("+4686785522"), Reserved("+4686785523"))
        .With(Number("+4686785523"), Reserved("+4686785524"))
        .With(Number("+4686785524"), Reserved("+46701740610"))
        .With(Number("+46701740610"), UnknownNumber.Instance);

    private static RoutingData Directory =>
        RoutingData.Empty.With(new Organisation(OrganisationId, "Example", Suspended: false, AllowedCountries.Default, Fallback: null));

    /// <summary>Ten profiles, twenty weekly periods, ten one-off ones, holidays and five exceptions, none of which is about this call; then it rings.</summary>
    private static CallHandling Full => new(
        [.. DefaultProfiles.All.Select(WithConditions)],
        ProfileId.Available,
        Activation: null,
        new(
            DateTimeZoneProviders.Tzdb["Europe/Stockholm"],
            [.. Enumerable.Range(0, 20).Select(i => new WeeklyPeriod(ProfileOf(i), (WeekDays)(1 << (i % 7)), new(16 + (i % 4), 0), new(20, 30), i))],
            [.. Enumerable.Range(0, 10).Select(i => new OneOffPeriod(ProfileOf(i), new(2026, 12, i + 1, 8, 0), new(2026, 12, i + 2, 17, 0)))],
            new(ProfileOf(4), HolidayCalendar.Swedish)),
        [.. Enumerable.Range(50, 5).Select(i => new CallerException(CallerGroup.Number, Number($"+467017406{i}"), CallerTreatment.Vip))],
        [App]);

    [Benchmark(Baseline = true)]
    public Verdict ReservedForwarded() => RoutingEngine.Decide(reserved, toReserved);

    [Benchmark]
    public Verdict Unknown() => RoutingEngine.Decide(unknown, toUnknown);

    [Benchmark]
    public Verdict UserForwardsAtOnce() => RoutingEngine.Decide(forwarding, toUser);

    [Benchmark]
    public Verdict FullScheduleRings() => RoutingEngine.Decide(full, toUser);

    [Benchmark]
    public Verdict FullScheduleBusy() => RoutingEngine.Decide(full, toUserBusy);

    [Benchmark]
    public Verdict ChainOfFive() => RoutingEngine.Decide(chain, toChain);

    [Benchmark]
    public Outcome<PhoneNumber> ParseTyped() => PhoneNumber.Parse("+46 (0)70-174 06 05");

    [Benchmark]
    public Outcome<PhoneNumber> ParseStored() => PhoneNumber.ParseE164("+46701740605");

    private static PhoneNumber Number(string e164) => PhoneNumber.ParseE164(e164).Value;

    private static ReservedNumber Reserved(string destination) => new(OrganisationId, new(Number(destination), Enabled: true));

    private static ProfileId ProfileOf(int index) => DefaultProfiles.All[index % DefaultProfiles.All.Length].Id;

    private static Profile WithConditions(Profile profile) =>
        profile with { Fixed = profile.Fixed with { OnBusy = new(ConditionAction.Forward, Destination.Of(Number("+46701740610")), Enabled: true) } };

    private static RoutingData WithUser(CallHandling handling) => Directory
        .With(Number("+4686785510"), new AssignedNumber(OrganisationId, UserId))
        .With(new User(UserId, OrganisationId, "Anna", [Number("+4686785510")], Language.Swedish, handling))
        .With(Number("+46701740610"), UnknownNumber.Instance);

    /// <summary>On a Tuesday afternoon, when none of the periods is.</summary>
    private static Call CallTo(string called) => new(Number(called), Number("+46701740605"), Instant.FromUtc(2026, 11, 3, 13, 10), Trail.Empty);
}

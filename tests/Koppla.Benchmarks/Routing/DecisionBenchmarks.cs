using BenchmarkDotNet.Attributes;
using Koppla.Routing;
using Koppla.Routing.Decisions;
using Koppla.Routing.Destinations;
using Koppla.Routing.Directory;
using Koppla.Routing.Numbers;
using NodaTime;

namespace Koppla.Benchmarks.Routing;

/// <summary>The decision with everything read already. The aim: a reserved number with its trace in less than a microsecond.</summary>
[MemoryDiagnoser]
public class DecisionBenchmarks
{
    private static readonly OrganisationId OrganisationId = new(Guid.Parse("11111111-1111-1111-1111-111111111111"));
    private static readonly UserId UserId = new(Guid.Parse("22222222-2222-2222-2222-222222222222"));

    private readonly Call toReserved = CallTo("+4686785500");
    private readonly Call toUser = CallTo("+4686785510");
    private readonly Call toUnknown = CallTo("+4686785599");
    private readonly Call toChain = CallTo("+4686785520");
    private readonly RoutingData reserved = Directory.With(Number("+4686785500"), Reserved("+46701740610")).With(Number("+46701740610"), UnknownNumber.Instance);
    private readonly RoutingData unknown = RoutingData.Empty.With(Number("+4686785599"), UnknownNumber.Instance);
    private readonly RoutingData user = Directory
        .With(Number("+4686785510"), new AssignedNumber(OrganisationId, UserId))
        .With(new User(UserId, OrganisationId, "Anna", new CallHandling(new(new(Number("+46701740610"), Enabled: true)), new(AtOnce: null), Device: null)))
        .With(Number("+46701740610"), UnknownNumber.Instance);

    private readonly RoutingData chain = Directory
        .With(Number("+4686785520"), Reserved("+4686785521"))
        .With(Number("+4686785521"), Reserved("+4686785522"))
        .With(Number("+4686785522"), Reserved("+4686785523"))
        .With(Number("+4686785523"), Reserved("+4686785524"))
        .With(Number("+4686785524"), Reserved("+46701740610"))
        .With(Number("+46701740610"), UnknownNumber.Instance);

    private static RoutingData Directory =>
        RoutingData.Empty.With(new Organisation(OrganisationId, "Example", Suspended: false, AllowedCountries.Default, Fallback: null));

    [Benchmark(Baseline = true)]
    public Verdict ReservedForwarded() => RoutingEngine.Decide(reserved, toReserved);

    [Benchmark]
    public Verdict Unknown() => RoutingEngine.Decide(unknown, toUnknown);

    [Benchmark]
    public Verdict UserForwardsAtOnce() => RoutingEngine.Decide(user, toUser);

    [Benchmark]
    public Verdict ChainOfFive() => RoutingEngine.Decide(chain, toChain);

    [Benchmark]
    public Outcome<PhoneNumber> ParseTyped() => PhoneNumber.Parse("+46 (0)70-174 06 05");

    [Benchmark]
    public Outcome<PhoneNumber> ParseStored() => PhoneNumber.ParseE164("+46701740605");

    private static PhoneNumber Number(string e164) => PhoneNumber.ParseE164(e164).Value;

    private static ReservedNumber Reserved(string destination) => new(OrganisationId, new(Number(destination), Enabled: true));

    private static Call CallTo(string called) => new(Number(called), Number("+46701740605"), Instant.FromUtc(2026, 11, 3, 13, 10), Trail.Empty);
}

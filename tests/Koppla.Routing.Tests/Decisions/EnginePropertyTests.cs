using CsCheck;
using Koppla.Routing.Decisions;
using Koppla.Routing.Destinations;
using Koppla.Routing.Directory;
using Koppla.Routing.Numbers;
using static Koppla.Routing.Tests.Decisions.Exchange;

namespace Koppla.Routing.Tests.Decisions;

/// <summary>What holds for every directory: small random ones, dense enough that loops, chains and dead ends are common.</summary>
public sealed class EnginePropertyTests
{
    private const int MostRounds = 30;

    private static readonly string[] Ours =
    [
        "08-678 55 00", "08-678 55 01", "08-678 55 02", "08-678 55 03", "08-678 55 04", "08-678 55 05", "08-678 55 06",
        "010-123 45 67", "070-174 06 05", "070-174 06 06",
    ];

    private static readonly string[] Others = ["070-174 06 98", "070-174 06 99", "0900-1234567", "+4722123456", "+8821612345678", "0781234567"];

    private static readonly Gen<string> OurNumber = Gen.OneOf(Ours);
    private static readonly Gen<string> AnyNumber = Gen.Frequency((5, OurNumber), (1, Gen.OneOf(Others)));
    private static readonly Gen<string?> PerhapsNumber = Gen.Frequency((6, AnyNumber.Select(number => (string?)number)), (1, Gen.Const((string?)null)));

    private static readonly Gen<(Exchange Exchange, string Called, Trail Trail)> Calls =
        from organisations in Gen.Select(PerhapsNumber, Gen.Int[0, 9], Gen.Bool).Array[3]
        from entries in Gen.Select(Gen.Int[0, 9], Gen.Int[0, 2], PerhapsNumber, PerhapsNumber, PerhapsNumber, Gen.Int[0, 9]).Array[Ours.Length]
        from called in AnyNumber
        from trail in Gen.Frequency((4, Gen.Const(Array.Empty<string>())), (1, AnyNumber.Array[0, 8]))
        select (Build(organisations, entries), called, TrailOf(trail));

    [Fact]
    public void Every_call_is_decided_in_a_bounded_number_of_rounds() =>
        Sample(call =>
        {
            var decided = call.Exchange.Decide(call.Called, call.Trail);
            return call.Exchange.Rounds <= MostRounds && !decided.Trace.IsDefaultOrEmpty;
        });

    [Fact]
    public void The_same_call_is_decided_the_same_way_twice() =>
        Sample(call =>
        {
            var one = call.Exchange.Decide(call.Called, call.Trail);
            var two = call.Exchange.Decide(call.Called, call.Trail);
            return one.Decision == two.Decision && one.Trace.SequenceEqual(two.Trace) && one.Diversions.Equals(two.Diversions);
        });

    [Fact]
    public void A_call_leaves_for_an_outside_number_that_some_organisation_on_its_way_allows() =>
        Sample(call => call.Exchange.Decide(call.Called, call.Trail) is not { Decision: Forward(var destination, _) } decided
            || (IsOutside(call.Exchange, destination) && IsAllowed(call.Exchange, decided.Diversions.Numbers[^1], destination)));

    [Fact]
    public void A_telephone_rings_only_if_its_users_organisation_allows_it() =>
        Sample(call => call.Exchange.Decide(call.Called, call.Trail) is not { Decision: Ring { Devices: [TelephoneDevice(var telephone)] } } decided
            || IsAllowed(call.Exchange, decided.Diversions.Numbers[^1], telephone));

    [Fact]
    public void A_call_never_goes_where_it_has_been() =>
        Sample(call =>
        {
            var decided = call.Exchange.Decide(call.Called, call.Trail);
            var end = decided.Decision switch
            {
                Forward(var destination, _) => destination,
                Ring { Devices: [TelephoneDevice(var telephone)] } => telephone,
                _ => null,
            };
            return end is null || (end != Number(call.Called) && !call.Trail.Contains(end) && !decided.Diversions.Contains(end));
        });

    [Fact]
    public void No_number_is_diverted_from_twice_in_one_decision() =>
        Sample(call =>
        {
            var added = call.Exchange.Decide(call.Called, call.Trail).Diversions.Numbers.Skip(call.Trail.Count).ToList();
            return added.Distinct().Count() == added.Count;
        });

    [Fact]
    public void No_call_is_diverted_more_often_than_the_limit() =>
        Sample(call =>
        {
            var decided = call.Exchange.Decide(call.Called, call.Trail);
            return decided.Decision switch
            {
                Forward => decided.Diversions.Count <= RoutingEngine.MaxDiversions,
                Ring { Devices: [TelephoneDevice] } => decided.Diversions.Count <= RoutingEngine.MaxDiversions + 1,
                _ => decided.Diversions.Count <= Math.Max(call.Trail.Count, RoutingEngine.MaxDiversions),
            };
        });

    [Fact]
    public void A_suspended_organisations_rules_send_no_call_anywhere() =>
        Sample(call =>
        {
            var decided = call.Exchange.Decide(call.Called, call.Trail);
            var left = decided.Diversions.Numbers.Skip(call.Trail.Count);
            return !left.Any(number => OwnerOf(call.Exchange, number)?.Suspended ?? true);
        });

    [Fact]
    public void Random_calls_meet_every_decision_and_every_reason_that_they_can()
    {
        var met = new HashSet<string>(StringComparer.Ordinal);
        Calls.Sample(
            call =>
            {
                var decision = call.Exchange.Decide(call.Called, call.Trail).Decision;
                met.Add(decision is Refuse(var reason) ? reason.ToString() : decision.GetType().Name);
            },
            iter: 5_000,
            threads: 1);

        string[] all = [nameof(Forward), nameof(Ring), .. Enum.GetNames<RefuseReason>()];
        Assert.Equal(all.Order(StringComparer.Ordinal), met.Order(StringComparer.Ordinal));
    }

    private static void Sample(Func<(Exchange Exchange, string Called, Trail Trail), bool> holds) =>
        Calls.Sample(holds, iter: 5_000, print: call => $"{call.Called} {call.Trail} {string.Join(", ", call.Exchange.Numbers)}");

    private static Exchange Build(
        (string? Fallback, int State, bool Abroad)[] organisations,
        (int Kind, int Organisation, string? Fixed, string? Mobile, string? Telephone, int State)[] entries)
    {
        var exchange = new Exchange();
        var ids = Array.ConvertAll(organisations, organisation => exchange.Organisation(
            organisation.Fallback,
            suspended: organisation.State == 0,
            organisation.Abroad ? AllowedCountries.Of("NO", "SE").Value : null));
        foreach (var (number, entry) in Ours.Zip(entries))
        {
            var organisation = ids[entry.Organisation];
            var enabled = entry.State > 1;
            switch (entry.Kind)
            {
                case 0:
                    exchange.Assigned(organisation, number, new UserId(Guid.Empty));
                    break;
                case 1:
                    exchange.Reserved(new OrganisationId(Guid.Empty), number, entry.Fixed);
                    break;
                case < 6:
                    exchange.Reserved(organisation, number, entry.Fixed, enabled);
                    break;
                default:
                    exchange.Assigned(organisation, number, exchange.User(organisation, DeviceOf(entry.State, entry.Telephone), entry.Fixed, entry.Mobile, enabled));
                    break;
            }
        }

        return exchange;
    }

    private static Device? DeviceOf(int state, string? telephone) => state switch
    {
        0 or 2 or 3 => App,
        _ => telephone is null ? null : new TelephoneDevice(Number(telephone)),
    };

    private static bool IsOutside(Exchange exchange, PhoneNumber number) => !exchange.Numbers.ContainsKey(number);

    private static bool IsAllowed(Exchange exchange, PhoneNumber from, PhoneNumber to) =>
        OwnerOf(exchange, from) is { } owner && DestinationPolicy.Check(to, from, owner.Countries) is null;

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

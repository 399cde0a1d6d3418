using System.Collections.Concurrent;
using System.Collections.Immutable;
using Koppla.Routing.Decisions;
using Koppla.Routing.Destinations;
using Koppla.Routing.Directory;
using Koppla.Routing.Numbers;
using Koppla.Routing.Profiles;
using NodaTime;

namespace Koppla.Routing.Tests.Decisions;

/// <summary>A whole directory, and the loop that reads from it what the engine asks for.</summary>
internal sealed class Exchange
{
    internal static readonly AppDevice App = new("8:acs:11111111-1111-1111-1111-111111111111_anna");

    internal static readonly Instant Noon = Instant.FromUtc(2026, 11, 3, 11, 0);

    private static readonly ConcurrentDictionary<string, PhoneNumber> Parsed = new(StringComparer.Ordinal);

    private readonly Dictionary<PhoneNumber, NumberEntry> numbers = [];
    private readonly Dictionary<OrganisationId, Organisation> organisations = [];
    private readonly Dictionary<UserId, User> users = [];
    private readonly Dictionary<OrganisationId, ForwardCounts> counts = [];
    private int ids;

    internal int Rounds { get; private set; }

    internal IReadOnlyDictionary<PhoneNumber, NumberEntry> Numbers => numbers;

    internal IReadOnlyDictionary<OrganisationId, Organisation> Organisations => organisations;

    internal IReadOnlyDictionary<UserId, User> Users => users;

    internal static PhoneNumber Number(string text) => Parsed.GetOrAdd(text, static spelling => PhoneNumber.Parse(spelling).Value);

    internal static Destination To(string number) => Destination.Of(Number(number));

    internal static ConditionalRule ForwardsTo(string number, bool enabled = true) => new(ConditionAction.Forward, To(number), enabled);

    internal static ConditionalRule Refers(bool enabled = true) => new(ConditionAction.Referral, To: null, enabled);

    internal static LineStates Tried(string line, LineState state) => LineStates.Empty.With(Number(line), state);

    internal static LineStates Heard(string line) => LineStates.Empty.WithReferral(Number(line));

    internal static Trail TrailOf(params string[] numbers) =>
        numbers.Aggregate(Trail.Empty, (trail, number) => trail.Append(Number(number)));

    internal static Ring Rings(Device device, UserId user, string line, bool followedUp = false) =>
        new([device], user, Number(line), NumberRule.DefaultNoAnswerSeconds, followedUp);

    internal OrganisationId Organisation(string? fallback = null, bool suspended = false, AllowedCountries? countries = null)
    {
        var id = new OrganisationId(NewId());
        organisations[id] = new(id, $"Organisation {ids}", suspended, countries ?? AllowedCountries.Default, fallback is null ? null : Number(fallback));
        return id;
    }

    internal void Change(OrganisationId id, Func<Organisation, Organisation> change) => organisations[id] = change(organisations[id]);

    /// <summary>As many calls have been sent outside by these, within the last hour.</summary>
    internal void Counted(OrganisationId id, params (Forwarder By, int Calls)[] forwarders) =>
        counts[id] = forwarders.Aggregate(ForwardCounts.None, (so, each) => so.Add(each.By, each.Calls));

    internal ForwardCounts CountsOf(OrganisationId id) => counts.GetValueOrDefault(id, ForwardCounts.None);

    internal void Change(UserId id, Func<CallHandling, CallHandling> change) =>
        users[id] = users[id] with { Handling = change(users[id].Handling) };

    internal void Reserved(OrganisationId organisation, string number, string? destination = null, bool enabled = true, Instant? since = null) =>
        numbers[Number(number)] = new ReservedNumber(organisation, ForwardingTo(destination, enabled, since));

    internal UserId User(OrganisationId organisation, Device? device, string? fixedTo = null, string? mobileTo = null, bool enabled = true)
    {
        var id = new UserId(NewId());
        var profile = Profile.Available(RuleTo(fixedTo, enabled), RuleTo(mobileTo, enabled));
        return User(organisation, id, device is null ? CallHandling.Always(profile) : CallHandling.Always(profile, device));
    }

    internal UserId User(OrganisationId organisation, CallHandling handling, params string[] numbers) =>
        User(organisation, new UserId(NewId()), handling, numbers);

    internal UserId User(OrganisationId organisation, UserId id, CallHandling handling, params string[] numbers)
    {
        users[id] = new(id, organisation, $"User {ids}", [.. numbers.Select(Number)], Language.Swedish, handling);
        return id;
    }

    internal UserId Assigned(OrganisationId organisation, string number, UserId user)
    {
        numbers[Number(number)] = new AssignedNumber(organisation, user);
        return user;
    }

    internal UserId Assigned(OrganisationId organisation, string number, Device? device, string? forwardsTo = null, bool enabled = true) =>
        Assigned(organisation, number, User(organisation, device, forwardsTo, forwardsTo, enabled));

    /// <summary>A user with this number alone, and one rule for all calls; no device: the app.</summary>
    internal UserId Ruled(OrganisationId organisation, string number, NumberRule rule, params ImmutableArray<Device> devices) =>
        Assigned(organisation, number, User(organisation, CallHandling.Always(Profile.Available(rule, rule), devices is [] ? [App] : devices), number));

    internal Decided Decide(string called, LineStates lines, string? caller = null) =>
        Decide(new Call(Number(called), caller is null ? null : Number(caller), Noon, Trail.Empty) { Lines = lines });

    internal Decided Decide(string called, Trail? trail = null) =>
        Decide(new Call(Number(called), Caller: null, Noon, trail ?? Trail.Empty));

    internal Decided Decide(Call call) => Ask<Decided>(data => RoutingEngine.Decide(data, call));

    /// <summary>Asks until all that the answer needs has been read.</summary>
    /// <param name="known">Goes before what is in the directory; null: nothing does.</param>
    internal T Ask<T>(Func<RoutingData, Verdict> question, RoutingData? known = null)
        where T : Verdict
    {
        var data = known ?? RoutingData.Empty;
        for (Rounds = 0; Rounds < 100; Rounds++)
        {
            switch (question(data))
            {
                case T answer:
                    return answer;
                case Need need:
                    data = Read(data, need);
                    break;
            }
        }

        throw new InvalidOperationException("The engine asks without end.");
    }

    internal RoutingData Read(RoutingData data, Need need)
    {
        Assert.NotEmpty(need.Missing);
        foreach (var missing in need.Missing)
        {
            Assert.False(IsRead(data, missing), $"asked again for {missing}");
            data = missing switch
            {
                MissingNumber number when numbers.TryGetValue(number.Number, out var entry) => data.With(number.Number, entry),
                MissingUser user when users.TryGetValue(user.User, out var found) => data.With(found),
                MissingOrganisation organisation when organisations.TryGetValue(organisation.Organisation, out var found) =>
                    data.With(found).With(found.Id, CountsOf(found.Id)),
                _ => data.WithAbsent(missing),
            };
        }

        return data;
    }

    private static bool IsRead(RoutingData data, MissingData missing) => missing switch
    {
        MissingNumber number => data.TryFind(number.Number, out _),
        MissingUser user => data.TryFind(user.User, out _),
        MissingOrganisation organisation => data.TryFind(organisation.Organisation, out _),
        _ => throw new InvalidOperationException(),
    };

    private static Forwarding? ForwardingTo(string? destination, bool enabled, Instant? since) =>
        destination is null ? null : new(Number(destination), enabled) { Since = since };

    private static NumberRule RuleTo(string? destination, bool enabled) => destination is null
        ? NumberRule.Ring
        : NumberRule.Forward(Number(destination)) with { Action = enabled ? RuleAction.Forward : RuleAction.Ring };

    private Guid NewId() => new(++ids, 0, 0, new byte[8]);
}

using Koppla.Routing.Decisions;
using Koppla.Routing.Destinations;
using Koppla.Routing.Numbers;

namespace Koppla.Routing.Directory;

/// <summary>What has been read of the directory for one call. Immutable; made for a handful of entries.</summary>
public sealed class RoutingData
{
    private readonly SmallMap<PhoneNumber, NumberEntry> numbers;
    private readonly SmallMap<UserId, User?> users;
    private readonly SmallMap<OrganisationId, Organisation?> organisations;
    private readonly SmallMap<OrganisationId, ForwardCounts> counts;

    private RoutingData(
        SmallMap<PhoneNumber, NumberEntry> numbers,
        SmallMap<UserId, User?> users,
        SmallMap<OrganisationId, Organisation?> organisations,
        SmallMap<OrganisationId, ForwardCounts> counts)
    {
        this.numbers = numbers;
        this.users = users;
        this.organisations = organisations;
        this.counts = counts;
    }

    public static RoutingData Empty { get; } = new(default, default, default, default);

    public RoutingData With(PhoneNumber number, NumberEntry entry) => new(numbers.With(number, entry), users, organisations, counts);

    public RoutingData With(User user) => new(numbers, users.With(user.Id, user), organisations, counts);

    public RoutingData With(Organisation organisation) => new(numbers, users, organisations.With(organisation.Id, organisation), counts);

    public RoutingData With(OrganisationId organisation, ForwardCounts forwards) =>
        new(numbers, users, organisations, counts.With(organisation, forwards));

    /// <summary>The same directory for a caller whom no exception fits.</summary>
    public RoutingData WithoutExceptions() => new(
        numbers,
        users.Select(user => user is null ? null : user with { Handling = user.Handling with { Exceptions = [] } }),
        organisations,
        counts);

    /// <summary>The same directory at another time than now: how many calls have been sent outside by then is not known.</summary>
    public RoutingData WithoutForwardCounts() => new(numbers, users, organisations, default);

    /// <summary>Says that this was looked for and does not exist, so that it is not asked for again.</summary>
    public RoutingData WithAbsent(MissingData missing) => missing switch
    {
        MissingNumber absent => With(absent.Number, UnknownNumber.Instance),
        MissingUser absent => new(numbers, users.With(absent.User, null), organisations, counts),
        MissingOrganisation absent => new(numbers, users, organisations.With(absent.Organisation, null), counts),
        _ => this,
    };

    /// <summary>The users that have been read, without those that do not exist.</summary>
    internal IEnumerable<User> Users => users.Values.OfType<User>();

    /// <summary>The numbers that have been read.</summary>
    internal IEnumerable<NumberEntry> Entries => numbers.Values;

    /// <summary>None unless something is known.</summary>
    public ForwardCounts CountsOf(OrganisationId organisation) => counts.TryGet(organisation, out var found) ? found! : ForwardCounts.None;

    /// <summary>False: not read yet.</summary>
    public bool TryFind(PhoneNumber number, out NumberEntry? entry) => numbers.TryGet(number, out entry);

    /// <summary>False: not read yet. True with null: there is no such user.</summary>
    public bool TryFind(UserId id, out User? user) => users.TryGet(id, out user);

    /// <summary>False: not read yet. True with null: there is no such organisation.</summary>
    public bool TryFind(OrganisationId id, out Organisation? organisation) => organisations.TryGet(id, out organisation);
}

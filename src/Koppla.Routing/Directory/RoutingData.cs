using Koppla.Routing.Decisions;
using Koppla.Routing.Numbers;

namespace Koppla.Routing.Directory;

/// <summary>What has been read of the directory for one call. Immutable; made for a handful of entries.</summary>
public sealed class RoutingData
{
    private readonly SmallMap<PhoneNumber, NumberEntry> numbers;
    private readonly SmallMap<UserId, User?> users;
    private readonly SmallMap<OrganisationId, Organisation?> organisations;

    private RoutingData(
        SmallMap<PhoneNumber, NumberEntry> numbers,
        SmallMap<UserId, User?> users,
        SmallMap<OrganisationId, Organisation?> organisations)
    {
        this.numbers = numbers;
        this.users = users;
        this.organisations = organisations;
    }

    public static RoutingData Empty { get; } = new(default, default, default);

    public RoutingData With(PhoneNumber number, NumberEntry entry) => new(numbers.With(number, entry), users, organisations);

    public RoutingData With(User user) => new(numbers, users.With(user.Id, user), organisations);

    public RoutingData With(Organisation organisation) => new(numbers, users, organisations.With(organisation.Id, organisation));

    /// <summary>The same directory for a caller whom no exception fits.</summary>
    public RoutingData WithoutExceptions() => new(
        numbers,
        users.Select(user => user is null ? null : user with { Handling = user.Handling with { Exceptions = [] } }),
        organisations);

    /// <summary>Says that this was looked for and does not exist, so that it is not asked for again.</summary>
    public RoutingData WithAbsent(MissingData missing) => missing switch
    {
        MissingNumber absent => With(absent.Number, UnknownNumber.Instance),
        MissingUser absent => new(numbers, users.With(absent.User, null), organisations),
        MissingOrganisation absent => new(numbers, users, organisations.With(absent.Organisation, null)),
        _ => this,
    };

    /// <summary>The users that have been read, without those that do not exist.</summary>
    internal IEnumerable<User> Users => users.Values.OfType<User>();

    /// <summary>False: not read yet.</summary>
    public bool TryFind(PhoneNumber number, out NumberEntry? entry) => numbers.TryGet(number, out entry);

    /// <summary>False: not read yet. True with null: there is no such user.</summary>
    public bool TryFind(UserId id, out User? user) => users.TryGet(id, out user);

    /// <summary>False: not read yet. True with null: there is no such organisation.</summary>
    public bool TryFind(OrganisationId id, out Organisation? organisation) => organisations.TryGet(id, out organisation);
}

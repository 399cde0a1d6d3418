using System.Collections.Concurrent;
using Koppla.Functions.Storage;
using Koppla.Routing;
using Koppla.Routing.Directory;
using NodaTime;

namespace Koppla.Functions.Organisations;

/// <summary>
/// Organisations change seldom and every call needs one, so an instance keeps them for <see cref="MaxAge"/>:
/// with a warm cache a call costs no read of its organisation. While storage is away the last good value serves.
/// </summary>
internal sealed class OrganisationCache(OrganisationStore store, IClock clock)
{
    /// <summary>How long a change of an organisation may take to reach every instance.</summary>
    public static readonly Duration MaxAge = Duration.FromSeconds(30);

    private readonly ConcurrentDictionary<OrganisationId, Entry> entries = new();

    public async ValueTask<Organisation?> GetAsync(OrganisationId id, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        if (entries.TryGetValue(id, out var known) && now - known.ReadAt < MaxAge)
        {
            return known.Organisation;
        }

        try
        {
            var organisation = await store.ReadAsync(id, cancellationToken);
            entries[id] = new Entry(organisation, now);
            return organisation;
        }
        catch (Exception failure) when (known is { Organisation: not null } && StorageFailure.Is(failure))
        {
            return known.Organisation;
        }
    }

    /// <summary>A user for decisions and answers. Without a further read for who has just read the organisation, or follows no calendar.</summary>
    public async ValueTask<User> WithHolidaysAsync(User user, CancellationToken cancellationToken) =>
        user.Handling.Schedule.Holidays is { FollowsOrganisation: true }
            ? user.WithHolidaysOf(await GetAsync(user.Organisation, cancellationToken))
            : user;

    /// <summary>So that who has changed an organisation sees that at once, on this instance.</summary>
    public void Forget(OrganisationId id) => entries.TryRemove(id, out _);

    private sealed record Entry(Organisation? Organisation, Instant ReadAt);
}

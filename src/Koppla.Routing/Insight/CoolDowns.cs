using Koppla.Routing.Directory;
using NodaTime;

namespace Koppla.Routing.Insight;

/// <summary>When new destinations begin to act.</summary>
internal static class CoolDowns
{
    /// <summary>Of all rules in the data whose organisation is there too.</summary>
    internal static IEnumerable<Instant> Ends(RoutingData data) =>
    [
        .. data.Users.SelectMany(user => user.Handling.NewDestinations.Select(each => EndOf(data, user.Organisation, each.Since))).OfType<Instant>(),
        .. data.Entries.OfType<ReservedNumber>().Select(reserved => EndOf(data, reserved.Organisation, reserved.Forwarding?.Since)).OfType<Instant>(),
    ];

    private static Instant? EndOf(RoutingData data, OrganisationId organisation, Instant? since) =>
        data.TryFind(organisation, out var found) ? found?.ExternalForwards.ActsFrom(since) : null;
}

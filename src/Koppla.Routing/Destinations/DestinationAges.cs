using System.Collections.Immutable;
using Koppla.Routing.Directory;
using Koppla.Routing.Numbers;
using Koppla.Routing.Profiles;
using NodaTime;

namespace Koppla.Routing.Destinations;

/// <summary>
/// Notes since when each destination stands. One that is taken away and comes back is new; one that moves to another rule of the same
/// user is not. Which numbers are outside is asked when a call comes, so all are noted.
/// </summary>
public static class DestinationAges
{
    private static readonly Duration Old = Duration.FromMinutes(ExternalForwardPolicy.MaxCoolDownMinutes);

    /// <summary>The later of two states of a user's call handling, when the change is made now.</summary>
    public static CallHandling Noted(CallHandling before, CallHandling after, Instant now)
    {
        var (was, isNow) = (NumbersIn(before), NumbersIn(after));
        return after with
        {
            NewDestinations = was.SetEquals(isNow)
                ? before.NewDestinations
                : [.. before.NewDestinations.Where(each => isNow.Contains(each.Number) && now - each.Since < Old),
                   .. isNow.Except(was).Select(number => new NewDestination(number, now))],
        };
    }

    /// <inheritdoc cref="Noted(CallHandling, CallHandling, Instant)"/>
    public static Forwarding Noted(Forwarding? before, Forwarding after, Instant now) =>
        after with { Since = after.Destination.Equals(before?.Destination) ? before.Since : now };

    private static ImmutableHashSet<PhoneNumber> NumbersIn(CallHandling handling) =>
    [
        .. handling.Profiles
            .SelectMany(profile => profile.Fixed.Destinations.Concat(profile.Mobile.Destinations))
            .OfType<NumberDestination>()
            .Select(destination => destination.Number),
    ];
}

using System.Collections.Immutable;
using Koppla.Functions.Api;
using Koppla.Functions.IncomingCalls;
using Koppla.Functions.Organisations;
using Koppla.Routing.Destinations;
using Koppla.Routing.Directory;
using NodaTime;

namespace Koppla.Functions.Users;

/// <summary>
/// What a user's call handling must satisfy to be saved. Profiles that are changed or put in force are tried by the same
/// decision that serves calls, so that a loop is found before any call meets it.
/// </summary>
internal sealed class HandlingRules(RoutingDataReader reader, OrganisationCache organisations, IClock clock)
{
    /// <param name="user">With the change in place.</param>
    /// <param name="profiles">Those that the change is about.</param>
    public async Task<(Problem? Problem, ImmutableArray<WarningBody> Warnings)> CheckAsync(
        User user, ImmutableArray<CheckedProfile> profiles, CancellationToken cancellationToken)
    {
        if (UserMapping.JsonOf(user).Length > UserMapping.MaxJsonLength)
        {
            return (UserProblems.TooLarge, []);
        }

        var organisation = await organisations.GetAsync(user.Organisation, cancellationToken);
        var destinations = new DestinationRules(user, organisation?.Countries ?? AllowedCountries.Default);
        var now = clock.GetCurrentInstant();
        var rehearsal = new Rehearsal(reader, now);
        if (organisation is not null)
        {
            rehearsal.SupposeAtItsBest(organisation);
        }

        var circles = new CircleRules(user, rehearsal, now);
        var warnings = ImmutableArray.CreateBuilder<WarningBody>();
        foreach (var each in profiles.DistinctBy(each => each.Profile.Id))
        {
            if (await destinations.CheckAsync(each.Profile, rehearsal, cancellationToken) is { } forbidden)
            {
                return (each.Seen(forbidden), []);
            }

            var (circle, doubts) = await circles.CheckAsync(each, cancellationToken);
            if (circle is not null)
            {
                return (circle, []);
            }

            warnings.AddRange(doubts);
        }

        return (null, warnings.ToImmutable());
    }
}

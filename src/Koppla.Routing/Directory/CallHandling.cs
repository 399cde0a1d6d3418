using System.Collections.Immutable;
using Koppla.Routing.Callers;
using Koppla.Routing.Destinations;
using Koppla.Routing.Numbers;
using Koppla.Routing.Profiles;
using Koppla.Routing.Schedules;
using Koppla.Routing.Transfers;
using NodaTime;

namespace Koppla.Routing.Directory;

/// <summary>What happens to a user's calls.</summary>
/// <param name="Profiles">At least one, with ids of their own.</param>
/// <param name="DefaultProfile">In force when nothing else is.</param>
/// <param name="Activation">What has been activated by hand; it may have ended.</param>
/// <param name="Exceptions">Tried in order, before the profile.</param>
/// <param name="Devices">What rings, all at once.</param>
public sealed record CallHandling(
    ImmutableArray<Profile> Profiles,
    ProfileId DefaultProfile,
    Activation? Activation,
    Schedule Schedule,
    ImmutableArray<CallerException> Exceptions,
    ImmutableArray<Device> Devices)
{
    /// <summary>What is done when the target of the user's direct transfer does not take the call; null: what the organisation says.</summary>
    public TransferPolicy? TransferPolicy { get; init; }

    /// <summary>The numbers in profiles that are destinations of late; others have been for longer than any cool-down.</summary>
    public ImmutableArray<NewDestination> NewDestinations { get; init; } = [];

    /// <summary>A single profile that is always in force.</summary>
    public static CallHandling Always(Profile profile, params ImmutableArray<Device> devices) =>
        new([profile], profile.Id, null, Schedule.Empty, [], devices);

    /// <summary>Null: the user has no such profile.</summary>
    public Profile? Find(ProfileId id)
    {
        foreach (var profile in Profiles.AsSpan())
        {
            if (profile.Id == id)
            {
                return profile;
            }
        }

        return null;
    }

    /// <summary>Since when a number is a destination; null: longer than any cool-down.</summary>
    public Instant? DestinationSince(PhoneNumber number)
    {
        foreach (var each in NewDestinations.AsSpan())
        {
            if (each.Number.Equals(number))
            {
                return each.Since;
            }
        }

        return null;
    }

    /// <summary>For one that is in force; without it the default profile, so that there is always one.</summary>
    public Profile FindOrDefault(ProfileId id) => Find(id) ?? Find(DefaultProfile) ?? Profiles[0];
}

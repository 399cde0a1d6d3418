using Koppla.Functions.Users;
using Koppla.Routing.Directory;
using Koppla.Routing.Profiles;
using NodaTime;

namespace Koppla.Functions.Profiles;

/// <summary>The changes of a user's profiles, worked out of what is stored.</summary>
internal static class ProfileEdits
{
    /// <summary>A profile that gets its id of its name.</summary>
    public static UserEdit Add(CallHandling handling, Profile profile)
    {
        var added = profile with { Id = ProfileIds.From(profile.Name, [.. handling.Profiles.Select(each => each.Id)]) };
        return Put(handling, added) with { Made = added.Id.Value };
    }

    public static UserEdit Put(CallHandling handling, Profile profile)
    {
        var old = handling.Find(profile.Id);
        if (old is null && handling.Profiles.Length >= ProfileProblems.MaxProfiles)
        {
            return ProfileProblems.TooMany;
        }

        var profiles = old is null ? handling.Profiles.Add(profile) : handling.Profiles.Replace(old, profile);
        return new UserEdit(handling with { Profiles = profiles }) { Checked = [new CheckedProfile(profile)], IsNew = old is null };
    }

    public static UserEdit Delete(CallHandling handling, ProfileId id, Instant now)
    {
        if (handling.Find(id) is not { } profile)
        {
            return ProfileProblems.NotFound;
        }

        if (ProfileUses.Of(id, handling, now) is [_, ..] usedBy)
        {
            return ProfileProblems.InUse(usedBy);
        }

        return new UserEdit(handling with
        {
            Profiles = handling.Profiles.Remove(profile),

            // One that has ended would wake up with a new profile of the same id.
            Activation = handling.Activation?.Profile == id ? null : handling.Activation,
        });
    }
}

using System.Collections.Immutable;
using Koppla.Functions.Users;
using Koppla.Routing.Directory;
using Koppla.Routing.Schedules;

namespace Koppla.Functions.Scheduling;

/// <summary>The change of a user's schedule, worked out of what is stored.</summary>
internal static class ScheduleEdits
{
    public static UserEdit Put(CallHandling handling, Schedule schedule)
    {
        var checkedProfiles = ImmutableArray.CreateBuilder<CheckedProfile>();
        foreach (var (id, field) in ScheduledProfiles.Of(schedule))
        {
            if (handling.Find(id) is not { } profile)
            {
                return UserProblems.ProfileUnknown(id, field);
            }

            checkedProfiles.Add(new CheckedProfile(profile, field));
        }

        return new UserEdit(handling with { Schedule = schedule })
        {
            Checked = checkedProfiles.ToImmutable(),
            Warnings = [.. ScheduleWarnings.Of(schedule)],
        };
    }
}

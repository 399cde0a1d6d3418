using Koppla.Functions.Users;
using Koppla.Routing.Directory;
using Koppla.Routing.Profiles;
using Koppla.Routing.Schedules;
using NodaTime;

namespace Koppla.Functions.Activating;

/// <summary>An activation as it was asked for; what becomes of it depends on the user.</summary>
internal sealed record ActivationWish(ProfileId Profile, ActivationEnd End)
{
    public UserEdit For(CallHandling handling, Instant now)
    {
        if (handling.Find(Profile) is not { } profile)
        {
            return UserProblems.ProfileUnknown(Profile, "profile");
        }

        if (End.StandardLength && profile.StandardMinutes is null)
        {
            return ActivationProblems.NoStandardLength;
        }

        var until = End switch
        {
            { StandardLength: true } => now + Duration.FromMinutes(profile.StandardMinutes!.Value),
            { NextWorkingDayAt: { } at } => WorkingDays.Next(handling.Schedule, now, at),
            _ => End.Until,
        };
        return new UserEdit(handling with { Activation = new Activation(Profile, now, until, End.NextChange) })
        {
            Checked = [new CheckedProfile(profile, "profile")],
            IsNew = ActivationBody.Of(handling, now) is null,
        };
    }
}

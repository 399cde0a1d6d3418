using Koppla.Routing.Directory;
using Koppla.Routing.Profiles;
using Koppla.Routing.Schedules;
using NodaTime;

namespace Koppla.Functions.Tests.Api;

/// <summary>What users have set before a test begins.</summary>
internal static class Routines
{
    public static readonly ProfileId Meeting = ProfileId.Parse("mote").Value;

    /// <summary>None of the ten that every user begins with.</summary>
    public static readonly ProfileId Away = ProfileId.Parse("borta").Value;

    /// <summary>In a meeting for an hour.</summary>
    public static CallHandling WithAnHour(CallHandling handling)
    {
        var now = SystemClock.Instance.GetCurrentInstant();
        return handling with { Activation = new Activation(Meeting, now - Duration.FromMinutes(1), now + Duration.FromHours(1)) };
    }

    public static CallHandling With(CallHandling handling, params Profile[] profiles) =>
        handling with { Profiles = [.. handling.Profiles, .. profiles] };
}

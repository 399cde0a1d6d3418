using Koppla.Functions.Api;
using Koppla.Routing.Directory;
using Koppla.Routing.Schedules;
using NodaTime;

namespace Koppla.Functions.Activating;

/// <summary>The profile that somebody has put in force by hand.</summary>
/// <param name="Since">ISO 8601, UTC.</param>
/// <param name="Until">When it ends; left out: it does not.</param>
/// <param name="UntilNextChange">True: it ends there because the schedule changes there.</param>
internal sealed record ActivationBody(string Profile, string Since, string? Until, bool? UntilNextChange, IReadOnlyList<WarningBody>? Warnings)
{
    /// <returns>Null when none is in force.</returns>
    public static ActivationBody? Of(CallHandling handling, Instant now) =>
        ProfileInForce.At(handling, now).Source <= InForceSource.Activated ? Of(handling, warnings: null) : null;

    public static ActivationBody Of(CallHandling handling, IReadOnlyList<WarningBody>? warnings)
    {
        var activation = handling.Activation!;
        return new(
            activation.Profile.Value,
            InstantTexts.Utc(activation.Since),
            InstantTexts.UtcOrNull(Activations.EndOf(handling)),
            activation.UntilNextChange ? true : null,
            warnings);
    }
}

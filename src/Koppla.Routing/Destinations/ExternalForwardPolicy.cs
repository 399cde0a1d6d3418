using NodaTime;

namespace Koppla.Routing.Destinations;

/// <summary>Which of an organisation's rules may send calls outside it. The organisation's fallback may always.</summary>
/// <param name="SetBy">Who may set a destination outside.</param>
/// <param name="ConfirmFirst">The first destination outside of a user or a reserved number must be confirmed when it is set.</param>
/// <param name="CoolDownMinutes">How long a new destination outside does not act, 0 to <see cref="MaxCoolDownMinutes"/>.</param>
/// <param name="PerUserPerHour">The most calls that a user's rules, or a reserved number, send outside in an hour, 0 to <see cref="MaxPerUserPerHour"/>.</param>
/// <param name="PerOrganisationPerHour">The same for all of the organisation together, 0 to <see cref="MaxPerOrganisationPerHour"/>.</param>
public sealed record ExternalForwardPolicy(
    ForwardSetters SetBy, bool ConfirmFirst, int CoolDownMinutes, int PerUserPerHour, int PerOrganisationPerHour)
{
    /// <summary>A week.</summary>
    public const int MaxCoolDownMinutes = 7 * 24 * 60;
    public const int MaxPerUserPerHour = 10_000;
    public const int MaxPerOrganisationPerHour = 100_000;

    /// <summary>What holds where nothing has been said.</summary>
    public static ExternalForwardPolicy Default { get; } =
        new(ForwardSetters.Everyone, ConfirmFirst: false, CoolDownMinutes: 0, PerUserPerHour: 60, PerOrganisationPerHour: 1_000);

    /// <summary>As open as can be: for trying rules, where what passes with time must neither hide nor make a fault.</summary>
    public static ExternalForwardPolicy Open { get; } =
        new(ForwardSetters.Everyone, ConfirmFirst: false, CoolDownMinutes: 0, MaxPerUserPerHour, MaxPerOrganisationPerHour);

    public Duration CoolDown => Duration.FromMinutes(CoolDownMinutes);

    /// <summary>When a destination begins to act.</summary>
    /// <param name="since">When it was set; null: longer ago than any cool-down.</param>
    /// <returns>Null: it has always acted.</returns>
    public Instant? ActsFrom(Instant? since) => CoolDownMinutes == 0 ? null : since + CoolDown;
}

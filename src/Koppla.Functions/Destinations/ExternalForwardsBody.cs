using Koppla.Functions.Api;
using Koppla.Routing.Destinations;

namespace Koppla.Functions.Destinations;

/// <summary>Which rules may send calls outside the organisation.</summary>
/// <param name="SetBy"><c>everyone</c>, <c>administrators</c>, or <c>nobody</c>: then those that are saved do not act.</param>
/// <param name="ConfirmFirst">The first destination outside of a user or a reserved number must be confirmed.</param>
/// <param name="CoolDownMinutes">0 to 10,080: how long a new destination outside does not act.</param>
/// <param name="PerUserPerHour">0 to 10,000 calls; of a reserved number, too.</param>
/// <param name="PerOrganisationPerHour">0 to 100,000 calls.</param>
internal sealed record ExternalForwardsBody(
    string? SetBy = null, bool ConfirmFirst = false, int? CoolDownMinutes = null, int? PerUserPerHour = null, int? PerOrganisationPerHour = null)
{
    public static ExternalForwardsBody Of(ExternalForwardPolicy policy) => new(
        Names.Kebab(policy.SetBy), policy.ConfirmFirst, policy.CoolDownMinutes, policy.PerUserPerHour, policy.PerOrganisationPerHour);

    /// <summary>What is left out is as it is where nothing has been said.</summary>
    public ExternalForwardPolicy Read(BodyReading reading, string field)
    {
        var usual = ExternalForwardPolicy.Default;
        return new(
            SetBy is null ? usual.SetBy : reading.Word<ForwardSetters>(SetBy, $"{field}.setBy"),
            ConfirmFirst,
            reading.Whole(CoolDownMinutes ?? usual.CoolDownMinutes, 0, ExternalForwardPolicy.MaxCoolDownMinutes, $"{field}.coolDownMinutes"),
            reading.Whole(PerUserPerHour ?? usual.PerUserPerHour, 0, ExternalForwardPolicy.MaxPerUserPerHour, $"{field}.perUserPerHour"),
            reading.Whole(
                PerOrganisationPerHour ?? usual.PerOrganisationPerHour,
                0,
                ExternalForwardPolicy.MaxPerOrganisationPerHour,
                $"{field}.perOrganisationPerHour"));
    }
}

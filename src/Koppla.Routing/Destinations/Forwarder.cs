using Koppla.Routing.Numbers;

namespace Koppla.Routing.Destinations;

/// <summary>By whose rule a call leaves its organisation: a user, or a reserved number.</summary>
/// <param name="User">Null: a reserved number.</param>
/// <param name="Number">Set for a reserved number, and only then.</param>
public readonly record struct Forwarder(OrganisationId Organisation, UserId? User, PhoneNumber? Number)
{
    public static Forwarder Of(OrganisationId organisation, UserId user) => new(organisation, user, null);

    public static Forwarder Of(OrganisationId organisation, PhoneNumber reserved) => new(organisation, null, reserved);
}

using Koppla.Routing.Destinations;
using Koppla.Routing.Directory;

namespace Koppla.Functions.Destinations;

/// <summary>The part of an organisation that says where its calls may be sent.</summary>
internal sealed record DestinationPolicyValue(AllowedCountries Countries, ExternalForwardPolicy ExternalForwards)
{
    /// <summary>More than there are.</summary>
    public const int MaxCountries = 300;

    public static DestinationPolicyValue Of(Organisation organisation) => new(organisation.Countries, organisation.ExternalForwards);

    public Organisation In(Organisation organisation) => organisation with { Countries = Countries, ExternalForwards = ExternalForwards };
}

using Koppla.Routing;
using Koppla.Routing.Destinations;
using Koppla.Routing.Directory;
using Koppla.Routing.Numbers;

namespace Koppla.Functions.Destinations;

/// <summary>What an organisation's policy says to a number that a rule sends calls to.</summary>
internal static class SavedRuleChecks
{
    private static readonly Refusal NotAllowed = new(
        "external-forwards-not-allowed", "The organisation lets no rule send calls to numbers outside it.");

    /// <returns>Null: nothing.</returns>
    public static Refusal? Forbids(Organisation organisation, PhoneNumber destination, bool isOwn) =>
        DestinationPolicy.Check(destination, own: null, organisation.Countries)
        ?? (!isOwn && organisation.ExternalForwards.SetBy == ForwardSetters.Nobody ? NotAllowed : null);
}

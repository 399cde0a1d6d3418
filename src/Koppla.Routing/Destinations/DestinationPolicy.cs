using Koppla.Routing.Numbers;

namespace Koppla.Routing.Destinations;

/// <summary>Which numbers a call may be forwarded or transferred to. Asked when a rule is saved, and again for every call.</summary>
public static class DestinationPolicy
{
    private static readonly Refusal OwnNumber = new("destination-is-own-number", "A number can't be forwarded to itself.");
    private static readonly Refusal Premium = new("destination-premium", "Calls can't be forwarded to premium-rate numbers.");
    private static readonly Refusal MassCalling = new("destination-mass-calling", "Calls can't be forwarded to mass-calling numbers.");
    private static readonly Refusal SharedCost = new("destination-shared-cost", "Calls can't be forwarded to shared-cost numbers.");
    private static readonly Refusal Personal = new("destination-personal", "Calls can't be forwarded to personal numbers.");
    private static readonly Refusal Pager = new("destination-pager", "Calls can't be forwarded to pagers.");
    private static readonly Refusal Satellite = new("destination-satellite", "Calls can't be forwarded to satellite telephones.");
    private static readonly Refusal International =
        new("destination-international-service", "Calls can't be forwarded to numbers that belong to no country.");

    private static readonly Refusal OperatorSpecific =
        new("destination-operator-specific", "Calls can't be forwarded to operator-specific numbers (078).");

    private static readonly Refusal Country =
        new("destination-country-not-allowed", "The organisation does not allow calls to be forwarded to that country.");

    /// <summary>Emergency numbers and short codes need no rule here: no <see cref="PhoneNumber"/> can hold one.</summary>
    /// <param name="destination">Where the call would go.</param>
    /// <param name="own">The number whose rule this is, if it has one.</param>
    /// <param name="countries">Those the organisation allows.</param>
    /// <returns>Null when the destination is allowed.</returns>
    public static Refusal? Check(PhoneNumber destination, PhoneNumber? own, AllowedCountries countries)
    {
        if (destination.Equals(own))
        {
            return OwnNumber;
        }

        return destination.Kind switch
        {
            NumberKind.Premium => Premium,
            NumberKind.MassCalling => MassCalling,
            NumberKind.SharedCost => SharedCost,
            NumberKind.Personal => Personal,
            NumberKind.Pager => Pager,
            NumberKind.Satellite => Satellite,
            NumberKind.InternationalService => International,
            NumberKind.OperatorSpecific => OperatorSpecific,
            _ => countries.Contains(destination.Region) ? null : Country,
        };
    }
}

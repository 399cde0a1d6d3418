using Koppla.Routing;
using Koppla.Routing.Destinations;
using Koppla.Routing.Directory;
using Koppla.Routing.Numbers;

namespace Koppla.Local.Example;

/// <summary>
/// A small company with numbers from the series that the Swedish regulator keeps for books and films, so that no real telephone
/// can ever ring: 08-465 004 00 to 99, 031-390 06 00 to 99 and 070-174 06 05 to 99.
/// </summary>
internal static class ExampleOrganisation
{
    public static readonly OrganisationId Id = new(new Guid("5d0c1f4e-8b1e-4c55-9a55-0f2a6f0c7a01"));

    /// <summary>Customers, whose calls come from outside.</summary>
    public static readonly PhoneNumber Customer = Number("070-174 06 90");

    /// <summary>Mobiles outside the exchange, which calls are forwarded to.</summary>
    public static readonly PhoneNumber Janitor = Number("070-174 06 60");
    public static readonly PhoneNumber AnswerService = Number("031-390 06 50");
    public static readonly PhoneNumber Reception = Number("031-390 06 99");

    /// <summary>Reserved: owned, and tied to no service.</summary>
    public static readonly PhoneNumber ReservedForwarded = Number("08-465 004 10");
    public static readonly PhoneNumber ReservedSilent = Number("08-465 004 11");
    public static readonly PhoneNumber ReservedMobile = Number("070-174 06 12");
    public static readonly PhoneNumber ReservedToAnna = Number("08-465 004 13");
    public static readonly PhoneNumber ReservedToEva = Number("08-465 004 14");
    public static readonly PhoneNumber LoopFirst = Number("08-465 004 15");
    public static readonly PhoneNumber LoopSecond = Number("08-465 004 16");

    /// <summary>People's numbers.</summary>
    public static readonly PhoneNumber AnnaFixed = Number("08-465 004 20");
    public static readonly PhoneNumber AnnaMobile = Number("070-174 06 20");
    public static readonly PhoneNumber EvaFixed = Number("08-465 004 21");
    public static readonly PhoneNumber KarinFixed = Number("08-465 004 22");
    public static readonly PhoneNumber LarsFixed = Number("08-465 004 23");
    public static readonly PhoneNumber MonaFixed = Number("08-465 004 24");
    public static readonly PhoneNumber NilsFixed = Number("08-465 004 25");
    public static readonly PhoneNumber OlleFixed = Number("08-465 004 26");

    public static readonly UserId AdminId = new(new Guid("5d0c1f4e-8b1e-4c55-9a55-0f2a6f0c7b00"));

    /// <summary>Calls that end nowhere go to the reception.</summary>
    public static readonly Organisation Organisation =
        new(Id, "Exempelbolaget AB", false, AllowedCountries.Default, Reception) { CallerId = CallerIdChoice.Forwarder };

    public static readonly IReadOnlyDictionary<PhoneNumber, NumberEntry> Reserved = new Dictionary<PhoneNumber, NumberEntry>
    {
        [ReservedForwarded] = new ReservedNumber(Id, new Forwarding(Janitor, true)),
        [ReservedSilent] = new ReservedNumber(Id, null),
        [ReservedMobile] = new ReservedNumber(Id, null),
        [ReservedToAnna] = new ReservedNumber(Id, new Forwarding(AnnaFixed, true)),
        [ReservedToEva] = new ReservedNumber(Id, new Forwarding(EvaFixed, true)),
        [LoopFirst] = new ReservedNumber(Id, new Forwarding(LoopSecond, true)),
        [LoopSecond] = new ReservedNumber(Id, new Forwarding(LoopFirst, true)),
    };

    private static PhoneNumber Number(string text) => PhoneNumber.Parse(text).Value;
}

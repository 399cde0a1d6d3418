using System.Collections.Frozen;

namespace Koppla.Functions.Api;

/// <summary>The problems that administrators meet when they work with numbers and destinations, in Swedish.</summary>
internal static class SwedishProblems
{
    private static readonly FrozenDictionary<string, string> Texts = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["reserved-mobile-needs-sim"] = "Ett reserverat mobilnummer kan inte vidarekopplas: det kräver ett aktivt SIM-kort.",
        ["number-assigned"] = "Numret hör till en användare, vars profiler avgör vart samtalen går.",
        ["number-not-found"] = "Organisationen har inget sådant nummer.",
        ["number-exists"] = "Organisationen har redan numret.",
        ["number-not-available"] = "Numret kan inte läggas till i organisationen.",
        ["forwarding-not-found"] = "Numret är inte vidarekopplat.",
        ["assignment-not-found"] = "Numret hör inte till någon användare.",
        ["user-unknown"] = "Organisationen har ingen sådan användare.",
        ["user-not-found"] = "Organisationen har ingen sådan användare.",
        ["user-exists"] = "Organisationen har redan en användare med det id:t.",
        ["organisation-not-found"] = "Din organisation är inte känd här.",
        ["main-number-not-owned"] = "Huvudnumret är ett av organisationens nummer.",
        ["external-forwards-not-allowed"] = "Organisationen låter dig inte vidarekoppla samtal till nummer utanför den.",
        ["version-unknown"] = "Ändringsloggen har ingen sådan version av användaren.",
        ["number-repeated"] = "En tidigare rad har också numret.",
        ["row-ambiguous"] = "Ett nummer är en användares eller vidarekopplas, inte båda.",
        ["destination-missing"] = "Ange vilket nummer samtalen ska vidarekopplas till.",
        ["destination-is-own-number"] = "Ett nummer kan inte vidarekopplas till sig självt.",
        ["destination-premium"] = "Samtal kan inte vidarekopplas till betalnummer.",
        ["destination-mass-calling"] = "Samtal kan inte vidarekopplas till nummer för massanrop.",
        ["destination-shared-cost"] = "Samtal kan inte vidarekopplas till nummer med delad kostnad.",
        ["destination-personal"] = "Samtal kan inte vidarekopplas till personliga nummer.",
        ["destination-pager"] = "Samtal kan inte vidarekopplas till personsökare.",
        ["destination-satellite"] = "Samtal kan inte vidarekopplas till satellittelefoner.",
        ["destination-international-service"] = "Samtal kan inte vidarekopplas till nummer som inte hör till något land.",
        ["destination-operator-specific"] = "Samtal kan inte vidarekopplas till operatörsspecifika nummer (078).",
        ["destination-country-not-allowed"] = "Organisationen tillåter inte att samtal vidarekopplas till det landet.",
        ["version-changed"] = "Det har ändrats sedan den version som anges. Läs på nytt och bestäm om.",
        ["changed-meanwhile"] = "Andra ändrar det i just detta ögonblick. Försök igen.",
        ["storage-unavailable"] = "Lagringen svarar inte. Inget är förlorat; försök igen om en stund.",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Null: it is told in English.</summary>
    public static string? TextOf(string name) => Texts.GetValueOrDefault(name);
}

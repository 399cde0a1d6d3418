namespace Koppla.Routing.Decisions;

internal static class SwedishSentences
{
    internal static string Of(TraceStep step, string number, string destination) => step.Code switch
    {
        TraceCode.DivertedEarlier => $"Samtalet har redan vidarekopplats från {number}.",
        TraceCode.NumberUnknown => $"{number} är inte ett av våra nummer.",
        TraceCode.OrganisationMissing => $"Organisationen som äger {number} finns inte.",
        TraceCode.OrganisationSuspended => $"Organisationen som äger {number} är avstängd.",
        TraceCode.OrganisationActive => $"Organisationen som äger {number} är inte avstängd.",
        TraceCode.CameBack => $"Samtalet har kommit tillbaka till {number}, som redan har vidarekopplat det.",
        TraceCode.ReservedMobile => $"{number} är ett reserverat mobilnummer och kräver ett aktivt SIM-kort.",
        TraceCode.ReservedNotForwarded => $"{number} är ett reserverat nummer utan vidarekoppling.",
        TraceCode.ReservedForwardingOff => $"{number} är ett reserverat nummer vars vidarekoppling till {destination} är avstängd.",
        TraceCode.ReservedForwarded => $"{number} är ett reserverat nummer och vidarekopplas till {destination}.",
        TraceCode.UserMissing => $"Användaren med numret {number} finns inte.",
        TraceCode.UserDoesNotForward => $"Samtal till {Side(step)} {number} vidarekopplas inte direkt.",
        TraceCode.UserForwardingOff => $"Samtal till {Side(step)} {number} vidarekopplas inte direkt; vidarekopplingen till {destination} är avstängd.",
        TraceCode.UserForwards => $"Samtal till {Side(step)} {number} vidarekopplas direkt till {destination}.",
        TraceCode.NoDevice => $"Användaren med numret {number} har inget som kan ringa.",
        TraceCode.AppRings => $"Det ringer i appen hos användaren med numret {number}.",
        TraceCode.TelephoneRings => $"Det ringer i telefonen {destination} hos användaren med numret {number}.",
        TraceCode.DiversionLoop => $"{number} kan inte skicka samtalet till {destination}, där det redan har varit: det skulle gå runt.",
        TraceCode.TooManyDiversions => $"{number} kan inte skicka samtalet till {destination}: det har redan vidarekopplats {RoutingEngine.MaxDiversions} gånger, vilket är det högsta tillåtna.",
        TraceCode.DestinationForbidden => $"{number} får inte skicka samtalet till {destination}: {Reason(step.Refusal)}.",
        TraceCode.DestinationExternal => $"{number} är ett externt nummer, och samtalet går dit.",
        TraceCode.FallbackMissing => "Organisationen har inget svarsställe för sådana samtal.",
        TraceCode.FallbackAlreadyTried => "Organisationens svarsställe har redan prövats.",
        TraceCode.Fallback => $"Samtalet går i stället till organisationens svarsställe {destination}.",
        TraceCode.Refused => $"Samtalet till {number} avvisas.",
        _ => step.Code.ToString(),
    };

    private static string Side(TraceStep step) => step.Number.IsMobile ? "mobilnumret" : "fastnumret";

    private static string Reason(string? refusal) => refusal switch
    {
        "destination-premium" => "det är ett betalnummer",
        "destination-mass-calling" => "det är ett massanropsnummer",
        "destination-shared-cost" => "det är ett nummer med delad kostnad",
        "destination-personal" => "det är ett personligt nummer",
        "destination-pager" => "det är en personsökare",
        "destination-satellite" => "det är en satellittelefon",
        "destination-international-service" => "det hör inte till något land",
        "destination-operator-specific" => "det är ett operatörsspecifikt nummer",
        "destination-country-not-allowed" => "organisationen tillåter inte det landet",
        _ => refusal ?? "det är inte tillåtet",
    };
}

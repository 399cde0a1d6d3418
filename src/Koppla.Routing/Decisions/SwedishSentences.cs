namespace Koppla.Routing.Decisions;

internal static class SwedishSentences
{
    internal static string Of(TraceStep step, string number, string destination) =>
        OfWay(step, number, destination) ?? OfProfile(step, number) ?? OfRule(step, number, destination) ?? step.Code.ToString();

    /// <summary>The call's way through the directory.</summary>
    private static string? OfWay(TraceStep step, string number, string destination) => step.Code switch
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
        TraceCode.DiversionLoop => $"{number} kan inte skicka samtalet till {destination}, där det redan har varit: det skulle gå runt.",
        TraceCode.TooManyDiversions => $"{number} kan inte skicka samtalet till {destination}: det har redan vidarekopplats {RoutingEngine.MaxDiversions} gånger, vilket är det högsta tillåtna.",
        TraceCode.DestinationForbidden => $"{number} får inte skicka samtalet till {destination}: {Reason(step.Detail)}.",
        TraceCode.ExternalForwardsOff => $"{number} får inte skicka samtalet till {destination}: organisationen skickar inga samtal utanför.",
        TraceCode.ExternalForwardCoolingDown => $"{number} får inte skicka samtalet till {destination} ännu: ett nytt externt nummer väntar i {step.Detail} minuter.",
        TraceCode.UserForwardLimit => $"{number} får inte skicka samtalet till {destination}: {step.Detail} av dess samtal har skickats utanför inom en timme, vilket är det högsta tillåtna.",
        TraceCode.OrganisationForwardLimit => $"{number} får inte skicka samtalet till {destination}: {step.Detail} av organisationens samtal har skickats utanför inom en timme, vilket är det högsta tillåtna.",
        TraceCode.DestinationExternal => $"{number} är ett externt nummer, och samtalet går dit.",
        TraceCode.FallbackMissing => "Organisationen har inget svarsställe för sådana samtal.",
        TraceCode.FallbackAlreadyTried => "Organisationens svarsställe har redan prövats.",
        TraceCode.Fallback => $"Samtalet går i stället till organisationens svarsställe {destination}.",
        TraceCode.Refused => $"Samtalet till {number} avvisas.",
        _ => null,
    };

    /// <summary>Which profile is in force, and for whom it counts.</summary>
    private static string? OfProfile(TraceStep step, string number) => step.Code switch
    {
        TraceCode.NoExceptionFits => $"Inget av undantagen för vissa uppringare hos {number} gäller den som ringer.",
        TraceCode.CallerBlocked => $"Användaren med numret {number} har spärrat den som ringer.",
        TraceCode.CallerVip => $"Användaren med numret {number} släpper alltid fram den som ringer.",
        TraceCode.ActivationEnded => $"Det som användaren med numret {number} hade aktiverat för hand gäller inte längre.",
        TraceCode.NoOneOffNow => $"Ingen enstaka period hos {number} pågår just nu.",
        TraceCode.NoHolidayNow => $"I dag är det ingen helgdag hos {number}.",
        TraceCode.NoWeeklyNow => $"Ingen veckoperiod hos {number} pågår just nu.",
        TraceCode.ProfileForced => $"Profilen {step.Detail} gäller hos {number}: aktiverad för hand, utan sluttid.",
        TraceCode.ProfileActivated => $"Profilen {step.Detail} gäller hos {number}: aktiverad för hand, för en tid.",
        TraceCode.ProfileOneOff => $"Profilen {step.Detail} gäller hos {number}: en enstaka period pågår.",
        TraceCode.ProfileHoliday => $"Profilen {step.Detail} gäller hos {number}: i dag är det helgdag.",
        TraceCode.ProfileWeekly => $"Profilen {step.Detail} gäller hos {number}: en veckoperiod pågår.",
        TraceCode.ProfileDefault => $"Profilen {step.Detail} gäller hos {number}: den är standardprofil.",
        _ => null,
    };

    /// <summary>What the profile's rule does.</summary>
    private static string? OfRule(TraceStep step, string number, string destination) => step.Code switch
    {
        TraceCode.UserDoesNotForward => $"Samtal till {Side(step)} {number} vidarekopplas inte direkt.",
        TraceCode.UserForwardingOff => $"Samtal till {Side(step)} {number} vidarekopplas inte direkt; vidarekopplingen till {destination} är avstängd.",
        TraceCode.UserForwards => $"Samtal till {Side(step)} {number} vidarekopplas direkt till {destination}.",
        TraceCode.ForwardingWithoutDestination => $"Samtal till {Side(step)} {number} ska vidarekopplas direkt, men det är inte sagt vart.",
        TraceCode.ConditionsQuiescent => $"Reglerna hos {number} för upptaget, ej svar och ingen koppling är vilande.",
        TraceCode.UserRefers => $"Den som ringer {Side(step)} {number} får höra hänvisningen.",
        TraceCode.UserRejects => $"Samtal till {Side(step)} {number} avvisas.",
        TraceCode.NoDevice => $"Användaren med numret {number} har inget som kan ringa.",
        TraceCode.AppRings => $"Det ringer i appen hos användaren med numret {number}.",
        TraceCode.TelephoneRings => $"Det ringer i telefonen {destination} hos användaren med numret {number}.",
        TraceCode.LineBusy => $"Linjen {number} är upptagen.",
        TraceCode.LineDeclined => $"Samtalet avböjdes hos {number}.",
        TraceCode.LineNoAnswer => $"Ingen svarar på {number}.",
        TraceCode.LineNoConnection => $"{number} går inte att nå.",
        TraceCode.ConditionForwards => $"I det fallet vidarekopplar {number} samtalet till {destination}.",
        TraceCode.ConditionRefers => $"I det fallet spelar {number} upp hänvisningen.",
        TraceCode.ConditionOff => $"Regeln hos {number} för det fallet är avstängd.",
        TraceCode.ConditionMissing => $"{number} har ingen regel för det fallet.",
        TraceCode.OpenReferral => $"{number} spelar upp hänvisningen när ingen tar samtalet.",
        TraceCode.ReferralHeard => $"Den som ringer har hört hänvisningen hos {number}.",
        TraceCode.AfterReferralForwards => $"Efter hänvisningen vidarekopplar {number} samtalet till {destination}.",
        TraceCode.AfterReferralOff => $"Vidarekopplingen hos {number} efter hänvisningen är avstängd: samtalet avslutas.",
        TraceCode.AfterReferralEnds => $"Efter hänvisningen hos {number} avslutas samtalet.",
        TraceCode.ToColleague => $"{destination} är huvudnumret till kollegan {step.Detail}.",
        TraceCode.ColleagueMissing => $"Kollegan som {number} skickar samtal till finns inte.",
        TraceCode.ColleagueWithoutNumber => $"Kollegan {step.Detail} har inget nummer.",
        _ => null,
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

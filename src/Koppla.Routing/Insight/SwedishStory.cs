using System.Globalization;
using Koppla.Routing.Decisions;
using Koppla.Routing.Directory;

namespace Koppla.Routing.Insight;

internal static class SwedishStory
{
    internal const string Then = "Sedan";

    internal static string Of(StoryStep step) => step.Decision switch
    {
        Ring ring => Rings(ring, step.Rings?.Name ?? ring.Line.Display),
        Forward forward => $"samtalet går till {forward.Destination.Display}.",
        Refer refer => $"den som ringer hör hänvisningen för {refer.User.Name} ({refer.Profile.Name}).",
        Refuse refuse => $"samtalet avslutas: {Reason(refuse.Reason)}.",
        _ => "samtalet avslutas.",
    };

    internal static string If(LineState state) => state switch
    {
        LineState.Busy => "Vid upptaget",
        LineState.NoAnswer => "Vid ej svar",
        LineState.NoConnection => "Vid ingen koppling",
        _ => "Om samtalet avböjs",
    };

    private static string Rings(Ring ring, string user)
    {
        var devices = string.Join(" och ", ring.Devices.Select(device => device is TelephoneDevice telephone ? telephone.Number.Display : "appen"));
        return ring.FollowedUp
            ? string.Create(CultureInfo.InvariantCulture, $"{devices} hos {user} ringer i {ring.Seconds} sekunder.")
            : $"{devices} hos {user} ringer.";
    }

    private static string Reason(RefuseReason reason) => reason switch
    {
        RefuseReason.UnknownNumber => "numret är inte ett av våra",
        RefuseReason.OrganisationSuspended => "organisationen är avstängd",
        RefuseReason.OrganisationMissing => "organisationen finns inte",
        RefuseReason.UserMissing => "användaren finns inte",
        RefuseReason.ReservedMobile => "ett reserverat mobilnummer kräver ett aktivt SIM-kort",
        RefuseReason.NotForwarded => "numret är reserverat och inte vidarekopplat",
        RefuseReason.DiversionLoop => "vidarekopplingen går runt",
        RefuseReason.TooManyDiversions => "det skulle vidarekopplas för många gånger",
        RefuseReason.DestinationForbidden => "det får inte skickas dit det ska",
        RefuseReason.ForwardLimit => "för många samtal har skickats utanför inom en timme",
        RefuseReason.NoDevice => "användaren har inget som kan ringa",
        RefuseReason.CallerBlocked => "användaren har spärrat den som ringer",
        RefuseReason.ProfileRejects => "profilen avvisar samtal",
        RefuseReason.Busy => "upptaget, och inget är inställt för det",
        RefuseReason.NoAnswer => "ej svar, och inget är inställt för det",
        RefuseReason.NoConnection => "ingen koppling, och inget är inställt för det",
        _ => throw new ArgumentOutOfRangeException(nameof(reason)),
    };
}

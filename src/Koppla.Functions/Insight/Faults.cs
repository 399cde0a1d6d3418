using Koppla.Functions.Api;
using Koppla.Routing.Decisions;
using Koppla.Routing.Insight;
using NodaTime;

namespace Koppla.Functions.Insight;

/// <summary>What goes wrong in an outlook: circles, chains too long, destinations that are not allowed, or not yet.</summary>
internal static class Faults
{
    /// <summary>Those of the later outlook that the earlier one does not have, each told once, with what leads there.</summary>
    public static IEnumerable<WarningBody> New(Outlook before, Outlook after, DateTimeZone zone)
    {
        var known = Of(before).Select(each => each.Step).ToHashSet();
        return Of(after)
            .Where(each => !known.Contains(each.Step))
            .DistinctBy(each => each.Step)
            .Select(each => new WarningBody(
                NameOf(each.Step.Code)!,
                $"From {InstantTexts.In(zone, each.Since)}: {Witness(each.Decided, each.Step)}"));
    }

    private static IEnumerable<(Instant Since, Decided Decided, TraceStep Step)> Of(Outlook outlook) =>
        from interval in outlook.Intervals
        let prospect = interval.Prospect
        from story in new[] { prospect.Opening, prospect.IfBusy, prospect.IfNoAnswer, prospect.IfNoConnection }
        where story is not null
        from told in story.Steps
        from step in told.Decided.Trace
        where NameOf(step.Code) is not null
        select (interval.Start, told.Decided, step);

    private static string? NameOf(TraceCode code) => code switch
    {
        TraceCode.DiversionLoop => "loop",
        TraceCode.TooManyDiversions => "chain-too-long",
        TraceCode.DestinationForbidden => "destination-forbidden",
        TraceCode.ExternalForwardsOff => "external-forwards-not-allowed",
        TraceCode.ExternalForwardCoolingDown => "external-forward-cooling-down",
        TraceCode.UserForwardLimit or TraceCode.OrganisationForwardLimit => "external-forward-limit",
        _ => null,
    };

    private static string Witness(Decided decided, TraceStep fault) => string.Join(
        ' ', Sentences.Of(decided.Trace, Language.English, masked: false).Take(decided.Trace.IndexOf(fault) + 1));
}

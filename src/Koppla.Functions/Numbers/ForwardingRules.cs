using Koppla.Functions.Api;
using Koppla.Functions.IncomingCalls;
using Koppla.Functions.Organisations;
using Koppla.Routing.Decisions;
using Koppla.Routing.Destinations;
using Koppla.Routing.Directory;
using Koppla.Routing.Numbers;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace Koppla.Functions.Numbers;

/// <summary>
/// What a forwarding must satisfy to be saved. The destination is tried by the same decision that serves calls, with the
/// change in place, so a loop or a chain too long is found before any call meets it.
/// </summary>
internal sealed class ForwardingRules(OrganisationCache organisations, CallRouter router, IClock clock)
{
    /// <returns>Null when the number can be forwarded at all.</returns>
    public static Problem? CheckNumber(FoundNumber found) => found.Entry switch
    {
        AssignedNumber assigned => NumberProblems.AssignedTo(assigned.User),
        ReservedNumber when found.Number.IsMobile => NumberProblems.ReservedMobile,
        _ => null,
    };

    public async Task<(Forwarding? Forwarding, Problem? Problem)> CheckAsync(
        FoundNumber found, ForwardingRequest asked, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(asked.Destination))
        {
            return (null, NumberProblems.DestinationMissing);
        }

        var destination = PhoneNumber.Parse(asked.Destination);
        if (!destination.IsOk)
        {
            return (null, Problem.Of(StatusCodes.Status422UnprocessableEntity, destination.Refusal, "destination"));
        }

        var organisation = await organisations.GetAsync(NumberMapping.OrganisationOf(found.Entry), cancellationToken);
        var countries = organisation?.Countries ?? AllowedCountries.Default;
        if (DestinationPolicy.Check(destination.Value, found.Number, countries) is { } refusal)
        {
            return (null, Problem.Of(StatusCodes.Status422UnprocessableEntity, refusal, "destination"));
        }

        // A disabled forwarding is tried as if enabled, so that switching it on later holds no surprise.
        var tried = (ReservedNumber)found.Entry with { Forwarding = new Forwarding(destination.Value, true) };
        return await TryAsync(found.Number, tried, "destination", cancellationToken) is { } problem
            ? (null, problem)
            : (new Forwarding(destination.Value, asked.Enabled), null);
    }

    /// <summary>Decides a call to a number as if it were changed already.</summary>
    /// <param name="field">The member of the request that would be at fault.</param>
    public async Task<Problem?> TryAsync(PhoneNumber number, NumberEntry changed, string field, CancellationToken cancellationToken)
    {
        var call = new Call(number, null, clock.GetCurrentInstant(), Trail.Empty);
        var decided = await router.DecideAsync(RoutingData.Empty.With(number, changed), call, cancellationToken);
        foreach (var step in decided.Trace)
        {
            switch (step.Code)
            {
                case TraceCode.DiversionLoop:
                    return NumberProblems.Loop(Witness(decided), field);
                case TraceCode.TooManyDiversions:
                    return NumberProblems.TooLong(Witness(decided), field);
            }
        }

        return null;
    }

    private static string Witness(Decided decided) =>
        string.Join(' ', Sentences.Of(decided.Trace, Language.English, masked: false));
}

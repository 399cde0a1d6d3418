using Koppla.Functions.Api;
using Koppla.Functions.IncomingCalls;
using Koppla.Functions.Numbers;
using Koppla.Functions.Users;
using Koppla.Routing;
using Koppla.Routing.Decisions;
using Koppla.Routing.Destinations;
using Koppla.Routing.Directory;
using Koppla.Routing.Numbers;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace Koppla.Functions.Organisations;

/// <summary>What an organisation must satisfy to be saved.</summary>
internal sealed class OrganisationRules(NumberStore numbers, RoutingDataReader reader, IClock clock)
{
    public async Task<Problem?> CheckAsync(Organisation organisation, CancellationToken cancellationToken)
    {
        if (organisation.MainNumber is { } main && !await OwnsAsync(organisation.Id, main, cancellationToken))
        {
            return OrganisationProblems.NotMainNumber;
        }

        return organisation.Fallback is { } fallback ? await CheckAsync(organisation, fallback, cancellationToken) : null;
    }

    /// <summary>One of the organisation's own numbers is a destination like any other, and its own rules may not send calls in a circle.</summary>
    private async Task<Problem?> CheckAsync(Organisation organisation, PhoneNumber fallback, CancellationToken cancellationToken)
    {
        if (DestinationPolicy.Check(fallback, own: null, organisation.Countries) is { } refusal)
        {
            return Problem.Of(StatusCodes.Status422UnprocessableEntity, refusal, "fallback");
        }

        if (!await OwnsAsync(organisation.Id, fallback, cancellationToken))
        {
            return null;
        }

        var rehearsal = new Rehearsal(reader, clock.GetCurrentInstant());
        rehearsal.SupposeAtItsBest(organisation);
        return await rehearsal.FindFaultAsync(fallback, LineStates.Empty, cancellationToken) switch
        {
            null => null,
            var fault when CircleRules.IsLoop(fault) => UserProblems.Loop(CircleRules.Witness(fault), "fallback"),
            var fault => UserProblems.TooLong(CircleRules.Witness(fault), "fallback"),
        };
    }

    private async Task<bool> OwnsAsync(OrganisationId organisation, PhoneNumber number, CancellationToken cancellationToken) =>
        await numbers.ReadAsync(number, cancellationToken) is { } stored && NumberMapping.OrganisationOf(stored.Value) == organisation;
}

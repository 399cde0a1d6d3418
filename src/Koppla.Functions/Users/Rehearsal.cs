using Koppla.Functions.IncomingCalls;
using Koppla.Routing;
using Koppla.Routing.Decisions;
using Koppla.Routing.Destinations;
using Koppla.Routing.Directory;
using Koppla.Routing.Numbers;
using NodaTime;

namespace Koppla.Functions.Users;

/// <summary>Calls that are decided only to see where they would go. What one of them reads, the others know.</summary>
internal sealed class Rehearsal(RoutingDataReader reader, Instant now)
{
    private RoutingData data = RoutingData.Empty;

    /// <summary>Takes this for what is stored.</summary>
    public void Suppose(User user)
    {
        data = data.With(user);
        foreach (var number in user.Numbers)
        {
            data = data.With(number, new AssignedNumber(user.Organisation, user.Id));
        }
    }

    /// <summary>
    /// Takes the organisation for one whose rules act. A suspension and a cool-down pass, and a fallback is not the user's doing: they may
    /// neither hide nor make a fault of the rules.
    /// </summary>
    public void SupposeAtItsBest(Organisation organisation) => data = data.With(
        organisation with { Suspended = false, Fallback = null, ExternalForwards = ExternalForwardPolicy.Open });

    public async Task<bool> ExistsAsync(OrganisationId organisation, UserId id, CancellationToken cancellationToken)
    {
        if (!data.TryFind(id, out var user))
        {
            data = await reader.ReadAsync(data, [new MissingUser(organisation, id)], cancellationToken);
            data.TryFind(id, out user);
        }

        return user?.Organisation == organisation;
    }

    /// <summary>Decides a call, and again after every referral that its caller would hear.</summary>
    /// <returns>The decision that ends in a loop or a chain too long; null: none does.</returns>
    public async Task<Decided?> FindFaultAsync(PhoneNumber called, LineStates lines, CancellationToken cancellationToken)
    {
        while (true)
        {
            var decided = await DecideAsync(new Call(called, null, now, Trail.Empty) { Lines = lines }, cancellationToken);
            if (decided.Trace.Any(step => step.Code is TraceCode.DiversionLoop or TraceCode.TooManyDiversions))
            {
                return decided;
            }

            if (decided.Decision is not Refer refer)
            {
                return null;
            }

            lines = lines.WithReferral(refer.Line);
        }
    }

    private async Task<Decided> DecideAsync(Call call, CancellationToken cancellationToken)
    {
        while (true)
        {
            switch (RoutingEngine.Decide(data, call))
            {
                case Decided decided:
                    return decided;
                case Need need:
                    data = await reader.ReadAsync(data, need.Missing, cancellationToken);
                    break;
            }
        }
    }
}

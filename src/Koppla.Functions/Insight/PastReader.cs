using System.Collections.Immutable;
using Koppla.Functions.Audit;
using Koppla.Functions.IncomingCalls;
using Koppla.Functions.Numbers;
using Koppla.Functions.Organisations;
using Koppla.Functions.Users;
using Koppla.Routing;
using Koppla.Routing.Decisions;
using Koppla.Routing.Directory;
using NodaTime;

namespace Koppla.Functions.Insight;

/// <summary>Reads what a decision lacks as it was at an instant. What the organisation's history does not tell of was as it is.</summary>
internal sealed class PastReader(History history, RoutingDataReader present)
{
    public async Task<RoutingData> ReadAsync(
        OrganisationId organisation, Instant asOf, RoutingData data, ImmutableArray<MissingData> missing, CancellationToken cancellationToken)
    {
        foreach (var each in missing)
        {
            var (isTold, snapshot) = await history.AtAsync(organisation, ObjectOf(each), asOf, cancellationToken);
            data = isTold
                ? With(data, each, organisation, snapshot)
                : await present.ReadAsync(data, [each], cancellationToken);
        }

        return data;
    }

    private static AuditedObject ObjectOf(MissingData missing) => missing switch
    {
        MissingNumber number => AuditedObject.Of(number.Number),
        MissingUser user => AuditedObject.Of(user.User),
        _ => AuditedObject.Organisation,
    };

    private static RoutingData With(RoutingData data, MissingData missing, OrganisationId organisation, string? snapshot) => (missing, snapshot) switch
    {
        (MissingNumber number, { } told) => data.With(number.Number, NumberMapping.FromSnapshot(told)),
        (MissingUser user, { } told) => data.With(UserMapping.FromSnapshot(organisation, user.User, told)),
        (MissingOrganisation, { } told) => data.With(OrganisationStore.FromSnapshot(organisation, told)),
        _ => data.WithAbsent(missing),
    };
}

using System.Collections.Immutable;
using Koppla.Functions.Destinations;
using Koppla.Functions.Numbers;
using Koppla.Functions.Organisations;
using Koppla.Functions.Users;
using Koppla.Routing.Decisions;
using Koppla.Routing.Directory;

namespace Koppla.Functions.IncomingCalls;

/// <summary>Reads what a decision lacks: point reads, at the same time. How many calls have been sent outside is known without.</summary>
internal sealed class RoutingDataReader(NumberStore numbers, UserStore users, OrganisationCache organisations, ForwardCounter forwards)
{
    public async Task<RoutingData> ReadAsync(
        RoutingData data, ImmutableArray<MissingData> missing, CancellationToken cancellationToken)
    {
        if (missing is [var only])
        {
            return Add(data, only, await ReadAsync(only, cancellationToken));
        }

        var found = await Task.WhenAll(missing.Select(each => ReadAsync(each, cancellationToken)));
        for (var i = 0; i < found.Length; i++)
        {
            data = Add(data, missing[i], found[i]);
        }

        return data;
    }

    private async Task<object?> ReadAsync(MissingData missing, CancellationToken cancellationToken) => missing switch
    {
        MissingNumber number => (await numbers.ReadAsync(number.Number, cancellationToken))?.Value,
        MissingUser user => (await users.ReadAsync(user.Organisation, user.User, cancellationToken))?.Value,
        MissingOrganisation organisation => await organisations.GetAsync(organisation.Organisation, cancellationToken),
        _ => throw new ArgumentOutOfRangeException(nameof(missing)),
    };

    private RoutingData Add(RoutingData data, MissingData missing, object? found) => (missing, found) switch
    {
        (MissingNumber number, NumberEntry entry) => data.With(number.Number, entry),
        (_, User user) => data.With(user),
        (_, Organisation organisation) => data.With(organisation).With(organisation.Id, forwards.CountsOf(organisation.Id)),
        _ => data.WithAbsent(missing),
    };
}

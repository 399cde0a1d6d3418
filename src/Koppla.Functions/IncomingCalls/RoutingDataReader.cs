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
            return await AddAsync(data, only, await ReadAsync(only, cancellationToken), cancellationToken);
        }

        var found = await Task.WhenAll(missing.Select(each => ReadAsync(each, cancellationToken)));
        for (var i = 0; i < found.Length; i++)
        {
            data = await AddAsync(data, missing[i], found[i], cancellationToken);
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

    /// <summary>The organisation was asked for before its user, or with it, so the calendar of its holidays costs no read.</summary>
    private async ValueTask<RoutingData> AddAsync(
        RoutingData data, MissingData missing, object? found, CancellationToken cancellationToken) => (missing, found) switch
    {
        (MissingNumber number, NumberEntry entry) => data.With(number.Number, entry),
        (_, User user) => data.With(await organisations.WithHolidaysAsync(user, cancellationToken)),
        (_, Organisation organisation) => data.With(organisation).With(organisation.Id, forwards.CountsOf(organisation.Id)),
        _ => data.WithAbsent(missing),
    };
}

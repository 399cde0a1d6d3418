using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using Koppla.Functions.Numbers;
using Koppla.Functions.Storage;
using Koppla.Functions.Users;
using Koppla.Routing;
using Koppla.Routing.Directory;

namespace Koppla.Functions.Destinations;

/// <summary>All of an organisation's rules, read partition by partition, a page at a time. What can't be read is told as null, and does not stop the rest.</summary>
internal sealed class OrganisationDirectory(Tables tables)
{
    /// <summary>Every organisation there is.</summary>
    public async IAsyncEnumerable<OrganisationId> OrganisationsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var rows = tables.Organisations.QueryAsync<TableEntity>("RowKey eq 'organisation'", select: ["PartitionKey"], cancellationToken: cancellationToken);
        await foreach (var row in rows)
        {
            if (OrganisationId.Parse(row.PartitionKey) is { IsOk: true } id)
            {
                yield return id.Value;
            }
        }
    }

    /// <summary>The numbers, by their digits in order.</summary>
    public async IAsyncEnumerable<(string Number, ListedNumber? Listed)> NumbersAsync(
        OrganisationId organisation, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in tables.NumberIndex.QueryAsync<TableEntity>(PartitionOf(organisation), cancellationToken: cancellationToken))
        {
            var number = $"+{row.RowKey}";
            yield return (number, Readable(() => new ListedNumber(StoredNumber.Read("numberindex", "RowKey", number), NumberMapping.FromEntity(row))));
        }
    }

    public async IAsyncEnumerable<(UserId Id, User? User)> UsersAsync(
        OrganisationId organisation, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in tables.Users.QueryAsync<TableEntity>(PartitionOf(organisation), cancellationToken: cancellationToken))
        {
            if (UserId.Parse(row.RowKey) is { IsOk: true } id)
            {
                yield return (id.Value, Readable(() => UserMapping.FromEntity(organisation, id.Value, row)));
            }
        }
    }

    private static string PartitionOf(OrganisationId organisation) => TableClient.CreateQueryFilter($"PartitionKey eq {organisation.ToString()}");

    private static T? Readable<T>(Func<T> read)
        where T : class
    {
        try
        {
            return read();
        }
        catch (CorruptEntityException)
        {
            return null;
        }
    }
}

using Azure.Data.Tables;
using Koppla.Functions.Storage;
using Koppla.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Koppla.Functions.Tests.Api;

/// <summary>All rows that storage has of an organisation, in every table, with their versions.</summary>
internal static class Rows
{
    public static async Task<SortedDictionary<string, string>> OfAsync(ApiFixture fixture, OrganisationId organisation)
    {
        var rows = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var id = organisation.ToString();
        var filter = TableClient.CreateQueryFilter($"(PartitionKey ge {id} and PartitionKey lt {id + "~"}) or Organisation eq {id}");
        foreach (var table in fixture.Host.Services.GetRequiredService<Tables>().All)
        {
            await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: TestContext.Current.CancellationToken))
            {
                rows.Add($"{table.Name} {row.PartitionKey} {row.RowKey}", row.ETag.ToString());
            }
        }

        return rows;
    }
}

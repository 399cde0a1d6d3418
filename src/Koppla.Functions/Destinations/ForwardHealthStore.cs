using System.Globalization;
using System.Text.Json;
using Azure.Data.Tables;
using Koppla.Functions.Api;
using Koppla.Functions.Storage;
using Koppla.Routing;

namespace Koppla.Functions.Destinations;

/// <summary>The last report of an organisation, beside the organisation: one entity, in as many properties as it needs.</summary>
internal sealed class ForwardHealthStore(Tables tables)
{
    private const string Table = "organisations";
    private const string Row = "forward-health";

    /// <summary>A property of storage holds no more than 32,767 characters.</summary>
    private const int MaxPart = 30_000;

    public async Task<ForwardHealthBody?> ReadAsync(OrganisationId organisation, CancellationToken cancellationToken)
    {
        var found = await tables.Organisations.GetEntityIfExistsAsync<TableEntity>(organisation.ToString(), Row, cancellationToken: cancellationToken);
        return found is { HasValue: true, Value: { } entity } ? Read(entity) : null;
    }

    public Task WriteAsync(OrganisationId organisation, ForwardHealthBody report, CancellationToken cancellationToken)
    {
        var json = JsonSerializer.Serialize(report, ApiJson.Default.ForwardHealthBody);
        var entity = new TableEntity(organisation.ToString(), Row);
        foreach (var (index, part) in json.Chunk(MaxPart).Index())
        {
            entity[PartOf(index)] = new string(part);
        }

        return tables.Organisations.UpsertEntityAsync(entity, TableUpdateMode.Replace, cancellationToken);
    }

    private static ForwardHealthBody Read(TableEntity entity)
    {
        var parts = Enumerable.Range(0, entity.Count).Select(index => entity.TextOrNull(PartOf(index))).TakeWhile(part => part is not null);
        try
        {
            return JsonSerializer.Deserialize(string.Concat(parts), ApiJson.Default.ForwardHealthBody) ?? throw new CorruptEntityException(Table, Row);
        }
        catch (JsonException)
        {
            throw new CorruptEntityException(Table, Row);
        }
    }

    private static string PartOf(int index) => string.Create(CultureInfo.InvariantCulture, $"Report{index}");
}

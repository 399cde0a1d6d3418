using Azure.Data.Tables;
using Koppla.Functions.ChangeEvents;
using Koppla.Functions.Numbers;
using Koppla.Functions.Organisations;
using Koppla.Functions.Storage;
using Koppla.Routing;

namespace Koppla.Functions.Audit;

/// <summary>The id of the change that something carries: the one that was made last.</summary>
internal sealed record CarriedChange(bool Exists, string? Id)
{
    /// <summary>The property of entities that holds it.</summary>
    public const string Property = "Change";

    public static async Task<CarriedChange> ReadAsync(
        Tables tables, OrganisationId organisation, AuditedObject about, CancellationToken cancellationToken)
    {
        var (table, partition, row) = about.Kind switch
        {
            AuditedKind.Number => (tables.Numbers, about.Key, NumberMapping.Row),
            AuditedKind.User => (tables.Users, organisation.ToString(), about.Key),
            AuditedKind.Webhook => (tables.Organisations, organisation.ToString(), WebhookMapping.Row),
            _ => (tables.Organisations, organisation.ToString(), OrganisationStore.Row),
        };
        var entity = await table.GetEntityIfExistsAsync<TableEntity>(partition, row, ["PartitionKey", "RowKey", Property], cancellationToken);
        return new CarriedChange(entity.HasValue, entity.HasValue ? entity.Value!.TextOrNull(Property) : null);
    }
}

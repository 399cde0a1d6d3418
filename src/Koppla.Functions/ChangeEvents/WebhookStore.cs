using Azure;
using Azure.Data.Tables;
using Koppla.Functions.Audit;
using Koppla.Functions.Storage;
using Koppla.Routing;

namespace Koppla.Functions.ChangeEvents;

/// <summary>Webhooks, in the table <c>organisations</c>: apart from the organisation, so that no cache and no audit holds their secrets.</summary>
internal sealed class WebhookStore(Tables tables)
{
    public async Task<Stored<Webhook>?> FindAsync(OrganisationId organisation, CancellationToken cancellationToken)
    {
        var entity = await tables.Organisations.GetEntityIfExistsAsync<TableEntity>(
            organisation.ToString(), WebhookMapping.Row, cancellationToken: cancellationToken);
        return entity is { HasValue: true, Value: { } found }
            ? new Stored<Webhook>(WebhookMapping.FromEntity(found), found.ETag, found.TextOrNull(CarriedChange.Property))
            : null;
    }

    /// <returns>The version, or null when somebody else was first.</returns>
    public Task<ETag?> TryAddAsync(OrganisationId organisation, Webhook webhook, string change, CancellationToken cancellationToken) =>
        tables.Organisations.TryAddAsync(
            WebhookMapping.ToEntity(organisation, webhook, change), CarriedChange.Property, cancellationToken);

    /// <returns>The new version, or null when somebody else was first.</returns>
    public Task<ETag?> TryChangeAsync(
        OrganisationId organisation, Webhook webhook, ETag version, string change, CancellationToken cancellationToken) =>
        tables.Organisations.TryUpdateAsync(
            WebhookMapping.ToEntity(organisation, webhook, change), version, CarriedChange.Property, cancellationToken);

    /// <returns>The version removed, or null when somebody else was first.</returns>
    public Task<ETag?> TryRemoveAsync(OrganisationId organisation, ETag version, CancellationToken cancellationToken) =>
        tables.Organisations.TryRemoveAsync(organisation.ToString(), WebhookMapping.Row, version, cancellationToken);
}

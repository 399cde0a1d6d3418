using Koppla.Functions.Audit;
using Koppla.Functions.Storage;
using Koppla.Routing;

namespace Koppla.Functions.ChangeEvents;

/// <summary>Writes webhooks, by way of the journal. Every change of one goes this way.</summary>
internal sealed class WebhookWriting(WebhookStore store, ChangeJournal journal)
{
    /// <summary>Tries to disable one that somebody else changes at the same time.</summary>
    private const int Tries = 3;

    private const string Action = "webhook-changed";

    /// <returns>Null: somebody else was first.</returns>
    public async Task<ChangedWebhook?> TryAddAsync(
        OrganisationId organisation, Webhook webhook, Author by, CancellationToken cancellationToken)
    {
        var change = Draft(organisation, by, found: null, webhook);
        var registered = webhook with { Registration = change.Id };
        return await journal.MakeAsync(
            change, cancellation => store.TryAddAsync(organisation, registered, change.Id, cancellation), cancellationToken) is { } version
            ? new ChangedWebhook(registered, version, HasNewSecret: true)
            : null;
    }

    /// <returns>Null: somebody else was first.</returns>
    public async Task<ChangedWebhook?> TryChangeAsync(
        OrganisationId organisation, Stored<Webhook> found, Webhook webhook, Author by, CancellationToken cancellationToken)
    {
        var change = Draft(organisation, by, found, webhook);
        if (change.Before == change.After)
        {
            return new ChangedWebhook(found.Value, found.ETag, HasNewSecret: false);
        }

        return await journal.MakeAsync(
            change,
            cancellation => store.TryChangeAsync(organisation, webhook, found.ETag, change.Id, cancellation),
            cancellationToken) is { } version
            ? new ChangedWebhook(webhook, version, HasNewSecret: false)
            : null;
    }

    /// <returns>False: somebody else was first.</returns>
    public async Task<bool> TryRemoveAsync(
        OrganisationId organisation, Stored<Webhook> found, Author by, CancellationToken cancellationToken)
    {
        var change = Draft(organisation, by, found, after: null);
        return await journal.MakeAsync(
            change, cancellation => store.TryRemoveAsync(organisation, found.ETag, cancellation), cancellationToken) is not null;
    }

    /// <summary>Its receiver is gone for good.</summary>
    /// <param name="registration">Of the one that is gone; another is left as it is.</param>
    public async Task DisableAsync(OrganisationId organisation, string registration, CancellationToken cancellationToken)
    {
        for (var tried = 0; tried < Tries; tried++)
        {
            if (await store.FindAsync(organisation, cancellationToken) is not { Value.Enabled: true } found
                || found.Value.Registration != registration
                || await TryChangeAsync(
                    organisation, found, found.Value with { Enabled = false }, Author.Koppla, cancellationToken) is not null)
            {
                return;
            }
        }
    }

    private Change Draft(OrganisationId organisation, Author by, Stored<Webhook>? found, Webhook? after) => journal.Draft(
        organisation,
        by,
        Action,
        AuditedObject.Webhook,
        found is null ? null : WebhookMapping.SnapshotOf(found.Value),
        after is null ? null : WebhookMapping.SnapshotOf(after),
        found?.Change);
}

using Koppla.Functions.Api;
using Koppla.Functions.Audit;
using Koppla.Functions.Organisations;
using Koppla.Functions.Security;
using Koppla.Functions.Storage;
using Koppla.Functions.Users;
using Koppla.Routing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using NodaTime;

namespace Koppla.Functions.ChangeEvents;

/// <summary>Registers, changes and removes webhooks, by way of the journal.</summary>
internal sealed class WebhookChange(
    WebhookStore store,
    OrganisationStore organisations,
    ChangeJournal journal,
    ISecretSource secrets,
    IClock clock,
    IOptions<WebhookOptions> options)
{
    /// <summary>Tries when somebody else changes the same webhook at the same time.</summary>
    private const int Tries = 3;

    /// <summary>Secrets that have been replaced and still sign.</summary>
    private const int MaxRetired = 4;

    private const string Action = "webhook-changed";

    public async Task<(ChangedWebhook? Changed, Problem? Problem)> PutAsync(
        Person person, WebhookRequest asked, ChangeTerms terms, CancellationToken cancellationToken)
    {
        if (asked.Url is not { } text)
        {
            return (null, Problems.Missing("url"));
        }

        var url = WebhookAddress.Parse(text, options.Value.AllowLoopback);
        if (!url.IsOk)
        {
            return (null, Problem.Of(StatusCodes.Status422UnprocessableEntity, url.Refusal, "url"));
        }

        if (await organisations.ReadAsync(person.Organisation, cancellationToken) is null)
        {
            return (null, OrganisationProblems.NotFound);
        }

        for (var tried = 0; tried < Tries; tried++)
        {
            var found = await store.FindAsync(person.Organisation, cancellationToken);
            if (found is null ? terms.NamesVersion : terms.CreatesOnly || !terms.Allows(found.ETag))
            {
                return (null, Problems.VersionChanged);
            }

            var webhook = found is null
                ? new Webhook(string.Empty, url.Value, asked.Enabled, WebhookSecret.New(secrets), clock.GetCurrentInstant(), [])
                : found.Value with { Url = url.Value, Enabled = asked.Enabled };
            if (terms.DryRun)
            {
                return (new ChangedWebhook(webhook, Version: null, HasNewSecret: false), null);
            }

            var changed = found is null
                ? await TryAddAsync(person.Organisation, webhook, terms.By(person), cancellationToken)
                : await TryChangeAsync(person.Organisation, found, webhook, terms.By(person), cancellationToken);
            if (changed is not null)
            {
                return (changed, null);
            }
        }

        return (null, Problems.Contended);
    }

    /// <summary>The one before signs beside it for a day.</summary>
    public async Task<(ChangedWebhook? Changed, Problem? Problem)> ReplaceSecretAsync(
        Person person, ChangeTerms terms, CancellationToken cancellationToken)
    {
        for (var tried = 0; tried < Tries; tried++)
        {
            var (found, problem) = await FindAsync(person, terms, cancellationToken);
            if (found is null)
            {
                return (null, problem);
            }

            var webhook = found.Value.WithSecret(WebhookSecret.New(secrets), clock.GetCurrentInstant());
            if (webhook.Retired.Length > MaxRetired)
            {
                return (null, WebhookProblems.TooManySecrets);
            }

            if (terms.DryRun)
            {
                return (new ChangedWebhook(found.Value, Version: null, HasNewSecret: false), null);
            }

            if (await TryChangeAsync(person.Organisation, found, webhook, terms.By(person), cancellationToken) is { } changed)
            {
                return (changed with { HasNewSecret = true }, null);
            }
        }

        return (null, Problems.Contended);
    }

    /// <summary>What is outstanding for it is dropped when its turn comes.</summary>
    /// <returns>Null when it is gone, or would be.</returns>
    public async Task<Problem?> DeleteAsync(Person person, ChangeTerms terms, CancellationToken cancellationToken)
    {
        for (var tried = 0; tried < Tries; tried++)
        {
            var (found, problem) = await FindAsync(person, terms, cancellationToken);
            if (found is null || terms.DryRun)
            {
                return problem;
            }

            var change = Draft(person.Organisation, terms.By(person), found, after: null);
            if (await journal.MakeAsync(
                change, cancellation => store.TryRemoveAsync(person.Organisation, found.ETag, cancellation), cancellationToken) is not null)
            {
                return null;
            }
        }

        return Problems.Contended;
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

    private async Task<(Stored<Webhook>? Found, Problem? Problem)> FindAsync(
        Person person, ChangeTerms terms, CancellationToken cancellationToken) =>
        await store.FindAsync(person.Organisation, cancellationToken) switch
        {
            null => (null, WebhookProblems.NotFound),
            { } found when !terms.Allows(found.ETag) => (null, Problems.VersionChanged),
            { } found => (found, null),
        };

    private async Task<ChangedWebhook?> TryAddAsync(
        OrganisationId organisation, Webhook webhook, Author by, CancellationToken cancellationToken)
    {
        var change = Draft(organisation, by, found: null, webhook);
        var registered = webhook with { Registration = change.Id };
        return await journal.MakeAsync(
            change, cancellation => store.TryAddAsync(organisation, registered, change.Id, cancellation), cancellationToken) is { } version
            ? new ChangedWebhook(registered, version, HasNewSecret: true)
            : null;
    }

    private async Task<ChangedWebhook?> TryChangeAsync(
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

    private Change Draft(OrganisationId organisation, Author by, Stored<Webhook>? found, Webhook? after) => journal.Draft(
        organisation,
        by,
        Action,
        AuditedObject.Webhook,
        found is null ? null : WebhookMapping.SnapshotOf(found.Value),
        after is null ? null : WebhookMapping.SnapshotOf(after),
        found?.Change);
}

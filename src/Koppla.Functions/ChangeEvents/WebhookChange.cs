using Koppla.Functions.Api;
using Koppla.Functions.Organisations;
using Koppla.Functions.Security;
using Koppla.Functions.Storage;
using Koppla.Functions.Users;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using NodaTime;

namespace Koppla.Functions.ChangeEvents;

/// <summary>Registers, changes and removes webhooks, as administrators ask for it.</summary>
internal sealed class WebhookChange(
    WebhookStore store,
    WebhookWriting writing,
    OrganisationStore organisations,
    ISecretSource secrets,
    IClock clock,
    IOptions<WebhookOptions> options)
{
    /// <summary>Secrets that have been replaced and still sign.</summary>
    private const int MaxRetired = 4;

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

        for (var tried = 0; tried < ChangeTerms.Tries; tried++)
        {
            var found = await store.FindAsync(person.Organisation, cancellationToken);
            if (found is null ? terms.ReplacesOnly : terms.CreatesOnly || !terms.Allows(found.ETag))
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
                ? await writing.TryAddAsync(person.Organisation, webhook, terms.By(person), cancellationToken)
                : await writing.TryChangeAsync(person.Organisation, found, webhook, terms.By(person), cancellationToken);
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
        for (var tried = 0; tried < ChangeTerms.Tries; tried++)
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

            if (await writing.TryChangeAsync(person.Organisation, found, webhook, terms.By(person), cancellationToken) is { } changed)
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
        for (var tried = 0; tried < ChangeTerms.Tries; tried++)
        {
            var (found, problem) = await FindAsync(person, terms, cancellationToken);
            if (found is null || terms.DryRun)
            {
                return problem;
            }

            if (await writing.TryRemoveAsync(person.Organisation, found, terms.By(person), cancellationToken))
            {
                return null;
            }
        }

        return Problems.Contended;
    }

    private async Task<(Stored<Webhook>? Found, Problem? Problem)> FindAsync(
        Person person, ChangeTerms terms, CancellationToken cancellationToken) =>
        await store.FindAsync(person.Organisation, cancellationToken) switch
        {
            null => (null, WebhookProblems.NotFound),
            { } found when !terms.Allows(found.ETag) => (null, Problems.VersionChanged),
            { } found => (found, null),
        };
}

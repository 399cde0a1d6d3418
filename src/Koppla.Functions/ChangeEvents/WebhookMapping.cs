using System.Collections.Immutable;
using System.Text.Json;
using Azure.Data.Tables;
using Koppla.Functions.Audit;
using Koppla.Functions.Storage;
using Koppla.Routing;
using NodaTime;
using NodaTime.Text;

namespace Koppla.Functions.ChangeEvents;

/// <summary>Between a webhook and its entity.</summary>
internal static class WebhookMapping
{
    public const string Row = "webhook";
    private const string Table = "organisations";
    private const string Registration = "Registration";
    private const string Url = "Url";
    private const string Enabled = "Enabled";
    private const string Secret = "Secret";
    private const string SecretMade = "SecretMade";
    private const string Retired = "Retired";

    /// <param name="change">The id of the change that makes it so.</param>
    public static TableEntity ToEntity(OrganisationId organisation, Webhook webhook, string change) => new(organisation.ToString(), Row)
    {
        [CarriedChange.Property] = change,
        [Registration] = webhook.Registration,
        [Url] = webhook.Url.AbsoluteUri,
        [Enabled] = webhook.Enabled,
        [Secret] = webhook.Secret,
        [SecretMade] = InstantPattern.ExtendedIso.Format(webhook.SecretMade),
        [Retired] = JsonSerializer.Serialize(
            [.. webhook.Retired.Select(each => new RetiredSecretDocument(each.Secret, InstantPattern.ExtendedIso.Format(each.Until)))],
            WebhookJson.Default.RetiredSecretDocumentArray),
    };

    public static Webhook FromEntity(TableEntity entity) => new(
        entity.Text(Table, Registration),
        new Uri(entity.Text(Table, Url)),
        entity.Flag(Table, Enabled),
        entity.Text(Table, Secret),
        InstantOf(entity.Text(Table, SecretMade), SecretMade),
        RetiredOf(entity));

    /// <summary>For the audit log: without secrets, but with when the last one was made.</summary>
    public static string SnapshotOf(Webhook webhook) => Snapshot.Of(
        new TableEntity
        {
            [Url] = webhook.Url.AbsoluteUri,
            [Enabled] = webhook.Enabled,
            [SecretMade] = InstantPattern.ExtendedIso.Format(webhook.SecretMade),
        },
        Url,
        Enabled,
        SecretMade);

    private static ImmutableArray<RetiredSecret> RetiredOf(TableEntity entity)
    {
        var documents = JsonSerializer.Deserialize(entity.Text(Table, Retired), WebhookJson.Default.RetiredSecretDocumentArray);
        return [.. (documents ?? throw new CorruptEntityException(Table, Retired))
            .Select(each => new RetiredSecret(each.Secret, InstantOf(each.Until, Retired)))];
    }

    private static Instant InstantOf(string text, string property) => InstantPattern.ExtendedIso.Parse(text) is { Success: true } parsed
        ? parsed.Value
        : throw new CorruptEntityException(Table, property);
}

using Koppla.Functions.Api;

namespace Koppla.Functions.ChangeEvents;

/// <summary>A webhook as the API shows it.</summary>
/// <param name="SecretMade">When its secret was made: ISO 8601, UTC.</param>
/// <param name="Secret">Shown once, to who made it.</param>
internal sealed record WebhookBody(string Url, bool Enabled, string SecretMade, string? Secret)
{
    public static WebhookBody Of(Webhook webhook, bool withSecret = false) => new(
        webhook.Url.AbsoluteUri, webhook.Enabled, InstantTexts.Utc(webhook.SecretMade), withSecret ? webhook.Secret : null);
}

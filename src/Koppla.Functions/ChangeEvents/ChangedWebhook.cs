using Azure;

namespace Koppla.Functions.ChangeEvents;

/// <summary>A webhook as it is now, or would be.</summary>
/// <param name="Version">What is stored; null: nothing is, for it was only tried.</param>
/// <param name="HasNewSecret">Who asked for it is told its secret.</param>
internal sealed record ChangedWebhook(Webhook Webhook, ETag? Version, bool HasNewSecret)
{
    public WebhookBody ToBody() => WebhookBody.Of(Webhook, HasNewSecret);
}

using Koppla.Functions.Audit;
using Koppla.Functions.Security;
using Koppla.Routing;
using NodaTime;

namespace Koppla.Functions.ChangeEvents;

/// <summary>Sends an event that tells of nothing, so that an administrator sees whether the receiver takes it. A disabled webhook may be tried too.</summary>
internal sealed class WebhookTest(WebhookStore webhooks, WebhookClient client, ISecretSource secrets, IClock clock)
{
    private const string Action = "test";

    /// <returns>Null: there is no webhook.</returns>
    public async Task<DeliveryResult?> SendAsync(OrganisationId organisation, Author by, CancellationToken cancellationToken)
    {
        if (await webhooks.FindAsync(organisation, cancellationToken) is not { } found)
        {
            return null;
        }

        var now = clock.GetCurrentInstant();
        var nothing = new Change(
            ChangeId.Of(now, secrets.Next()), organisation, now, by, Action, AuditedObject.Webhook, Before: null, After: null, Predecessor: null);
        return await client.SendAsync(found.Value, nothing.Id, ChangeEvent.BytesOf(nothing, EventTypes.Test), cancellationToken);
    }
}

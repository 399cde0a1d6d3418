using Koppla.Functions.Audit;
using Koppla.Functions.Telemetry;
using Koppla.Routing;
using Microsoft.Extensions.Logging;

namespace Koppla.Functions.ChangeEvents;

/// <summary>Sees to one change that is still to be told: sends it, and says what becomes of it then.</summary>
internal sealed class EventSender(
    OutstandingEvents events,
    WebhookStore webhooks,
    WebhookClient client,
    DeadLetters letters,
    WebhookWriting writing,
    ILogger<EventSender> logger)
{
    /// <returns>False: what came after it waits, so that it does not overtake it.</returns>
    public async Task<bool> TrySendAsync(OrganisationId organisation, string id, CancellationToken cancellationToken)
    {
        if (await events.FindAsync(organisation, id, cancellationToken) is not { } row)
        {
            return true; // another has delivered it
        }

        var webhook = (await webhooks.FindAsync(organisation, cancellationToken))?.Value;
        if (webhook is null || webhook.Registration != row.To || EventTypes.Of(row.Change) is not { } type)
        {
            await events.RemoveAsync(row, cancellationToken);
            logger.EventDropped(id);
            return true;
        }

        if (await events.TryClaimAsync(row, cancellationToken) is not { } claimed)
        {
            return false;
        }

        if (!webhook.Enabled)
        {
            await BuryAsync(claimed, claimed.Attempts, DeliveryResult.Disabled);
            return true;
        }

        // What has begun is not broken off when the app stops: the receiver may have it already.
        var result = await client.SendAsync(webhook, id, ChangeEvent.BytesOf(row.Change, type), CancellationToken.None);
        await SettleAsync(claimed, result);
        return result.IsDelivered;
    }

    private async Task SettleAsync(JournalRow claimed, DeliveryResult result)
    {
        var attempts = claimed.Attempts + 1;
        if (result.IsDelivered)
        {
            await events.RemoveAsync(claimed, CancellationToken.None);
            if (attempts == BackOff.Tries)
            {
                // Whoever tried before may have died between giving it up and taking it out.
                await letters.RemoveAsync(claimed.Change, CancellationToken.None);
            }

            logger.EventDelivered(claimed.Change.Id, attempts);
            return;
        }

        logger.EventNotTaken(claimed.Change.Id, attempts, result.Failure!);
        if (result.IsGone)
        {
            await writing.DisableAsync(claimed.Change.Organisation, claimed.To!, CancellationToken.None);
            await BuryAsync(claimed, attempts, result);
        }
        else if (BackOff.After(attempts, claimed.Change.Id, result.RetryAfter) is { } wait)
        {
            await events.PostponeAsync(claimed, wait, CancellationToken.None);
        }
        else
        {
            await BuryAsync(claimed, attempts, result);
        }
    }

    /// <summary>In this order, so that it is in one of the two places wherever this ends.</summary>
    private async Task BuryAsync(JournalRow claimed, int attempts, DeliveryResult last)
    {
        await letters.AddAsync(claimed.Change, attempts, last, CancellationToken.None);
        await events.RemoveAsync(claimed, CancellationToken.None);
        Measurements.GivenUp(last.Failure!);
        logger.EventGivenUp(claimed.Change.Id, attempts);
    }
}

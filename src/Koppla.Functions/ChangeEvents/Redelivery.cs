using Koppla.Functions.Api;
using Koppla.Functions.Audit;
using Koppla.Routing;

namespace Koppla.Functions.ChangeEvents;

/// <summary>Sends an event that was given up once more, from the beginning.</summary>
internal sealed class Redelivery(WebhookStore webhooks, DeadLetters letters, OutstandingEvents events, EventNudges nudges)
{
    /// <returns>Null when it is outstanding again.</returns>
    public async Task<Problem?> BeginAsync(OrganisationId organisation, string id, CancellationToken cancellationToken)
    {
        if (!ChangeId.IsId(id) || await letters.FindAsync(organisation, id, cancellationToken) is not { } letter)
        {
            return WebhookProblems.DeadLetterNotFound;
        }

        if (await webhooks.FindAsync(organisation, cancellationToken) is not { Value: { Enabled: true } webhook })
        {
            return WebhookProblems.NotEnabled;
        }

        // In this order, so that it is in one of the two places wherever this ends.
        await events.AddAsync(letter.Change, webhook.Registration, cancellationToken);
        await letters.RemoveAsync(letter.Change, cancellationToken);
        nudges.Nudge(organisation);
        return null;
    }
}

using Koppla.Functions.Audit;

namespace Koppla.Functions.ChangeEvents;

/// <summary>Changes of the kinds that are told, if they changed anything, when their organisation has a webhook that is enabled.</summary>
internal sealed class ChangePublisher(WebhookStore webhooks, EventNudges nudges) : IChangePublisher
{
    public async Task<Publication?> SelectAsync(IReadOnlyList<Change> made, CancellationToken cancellationToken)
    {
        Change[] told = [.. made.Where(change => EventTypes.Of(change) is not null && change.Before != change.After)];
        return told is [var first, ..]
            && await webhooks.FindAsync(first.Organisation, cancellationToken) is { Value: { Enabled: true } webhook }
                ? new Publication(webhook.Registration, told)
                : null;
    }

    public void Announce(Publication publication) => nudges.Nudge(publication.Changes[0].Organisation);
}

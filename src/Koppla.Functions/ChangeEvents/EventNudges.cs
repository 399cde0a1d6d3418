using System.Threading.Channels;
using Koppla.Routing;

namespace Koppla.Functions.ChangeEvents;

/// <summary>Which organisations have just got something to be told. What is lost here is found by the timer.</summary>
internal sealed class EventNudges
{
    private const int Capacity = 1000;

    private readonly Channel<OrganisationId> organisations =
        Channel.CreateBounded<OrganisationId>(new BoundedChannelOptions(Capacity) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Nudge(OrganisationId organisation) => organisations.Writer.TryWrite(organisation);

    public IAsyncEnumerable<OrganisationId> ReadAllAsync(CancellationToken cancellationToken) =>
        organisations.Reader.ReadAllAsync(cancellationToken);
}

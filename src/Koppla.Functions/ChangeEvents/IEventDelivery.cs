namespace Koppla.Functions.ChangeEvents;

/// <summary>Tells webhooks of the changes that are due.</summary>
public interface IEventDelivery
{
    public Task RunAsync(CancellationToken cancellationToken);
}

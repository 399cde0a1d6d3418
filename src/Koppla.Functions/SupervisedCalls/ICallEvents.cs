namespace Koppla.Functions.SupervisedCalls;

/// <summary>Takes what the provider tells of supervised calls.</summary>
public interface ICallEvents
{
    /// <param name="id">The call, from the path that it was given.</param>
    /// <param name="secret">Likewise.</param>
    /// <param name="body">As it was posted.</param>
    public Task<CallEventsHandling> HandleAsync(string id, string secret, ReadOnlyMemory<byte> body, CancellationToken cancellationToken);
}

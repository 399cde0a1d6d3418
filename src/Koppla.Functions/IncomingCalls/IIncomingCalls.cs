namespace Koppla.Functions.IncomingCalls;

/// <summary>Takes deliveries of Event Grid, however they came, and sees every call in them to its outcome.</summary>
public interface IIncomingCalls
{
    /// <param name="delivery">One event or an array of them, UTF-8 JSON, Event Grid schema or CloudEvents 1.0.</param>
    public Task<Handling> HandleAsync(ReadOnlyMemory<byte> delivery, CancellationToken cancellationToken);
}

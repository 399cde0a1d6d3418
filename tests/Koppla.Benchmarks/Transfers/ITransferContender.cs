namespace Koppla.Benchmarks.Transfers;

/// <summary>One way to transfer a call.</summary>
internal interface ITransferContender
{
    public string Name { get; }

    /// <summary>Plays a whole call with a transfer.</summary>
    public Task<TransferTimes> TransferAsync(Trio trio, CancellationToken cancellation);
}

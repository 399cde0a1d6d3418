namespace Koppla.Functions.Audit;

/// <summary>Settles the changes that were begun and not finished.</summary>
public interface IJournalRecovery
{
    public Task RunAsync(CancellationToken cancellationToken);
}

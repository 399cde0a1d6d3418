namespace Koppla.Functions.ChangeEvents;

/// <summary>Removes dead letters that nobody wants any more.</summary>
public interface IDeadLetterRetention
{
    public Task ForgetOldAsync(CancellationToken cancellationToken);
}

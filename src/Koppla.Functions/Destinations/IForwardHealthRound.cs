namespace Koppla.Functions.Destinations;

/// <summary>Checks the forwards of every organisation.</summary>
public interface IForwardHealthRound
{
    public Task CheckAllAsync(CancellationToken cancellationToken);
}

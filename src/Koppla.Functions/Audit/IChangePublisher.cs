namespace Koppla.Functions.Audit;

/// <summary>Says which changes somebody outside is told of.</summary>
internal interface IChangePublisher
{
    /// <param name="made">Of one organisation.</param>
    /// <returns>Null: nobody is told of any of them.</returns>
    public Task<Publication?> SelectAsync(IReadOnlyList<Change> made, CancellationToken cancellationToken);

    /// <summary>They are in the journal now, and may be told.</summary>
    public void Announce(Publication publication);
}

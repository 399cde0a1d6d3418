namespace Koppla.Benchmarks.Search;

/// <summary>Somebody who answers searches.</summary>
internal interface ISearcher
{
    public string Name { get; }

    /// <returns>How many colleagues were found.</returns>
    public Task<int> SearchAsync(string text, CancellationToken cancellation);
}

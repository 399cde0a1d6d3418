using Koppla.Benchmarks.Calls;

namespace Koppla.Benchmarks.Search;

/// <param name="Tables">What serves the tables.</param>
/// <param name="People">In the organisation.</param>
/// <param name="Rounds">Measured rounds of each contender, in turns.</param>
/// <param name="Searches">Of each kind in a round, one after the other.</param>
internal sealed record SearchOptions(TablesKind Tables, int People, int Rounds, int Searches);

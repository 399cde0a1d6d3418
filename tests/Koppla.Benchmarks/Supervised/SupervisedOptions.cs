using Koppla.Benchmarks.Calls;

namespace Koppla.Benchmarks.Supervised;

/// <param name="Rounds">Measured rounds of each contender, in turns.</param>
/// <param name="RoundLength">How long each lasts.</param>
/// <param name="Connections">Calls at the same time; measured one after the other.</param>
internal sealed record SupervisedOptions(
    int Rounds, TimeSpan RoundLength, IReadOnlyList<int> Connections, IReadOnlyList<TablesKind> Tables);

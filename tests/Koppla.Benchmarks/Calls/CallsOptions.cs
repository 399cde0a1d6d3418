using Koppla.Local.Stack;

namespace Koppla.Benchmarks.Calls;

/// <param name="Rounds">Measured rounds of each contender, in turns.</param>
/// <param name="RoundLength">How long each lasts.</param>
/// <param name="Connections">Calls at the same time, one connection each; measured one after the other.</param>
internal sealed record CallsOptions(
    int Rounds,
    TimeSpan RoundLength,
    IReadOnlyList<int> Connections,
    DeliveryRoute Route,
    IReadOnlyList<TablesKind> Tables);

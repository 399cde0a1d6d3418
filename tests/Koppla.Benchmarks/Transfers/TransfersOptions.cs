namespace Koppla.Benchmarks.Transfers;

/// <param name="Rounds">Measured rounds of each contender, in turns.</param>
/// <param name="RoundLength">How long each lasts.</param>
/// <param name="Connections">Calls at the same time; measured one after the other.</param>
internal sealed record TransfersOptions(int Rounds, TimeSpan RoundLength, IReadOnlyList<int> Connections);

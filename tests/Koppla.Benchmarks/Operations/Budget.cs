using System.Collections.Immutable;

namespace Koppla.Benchmarks.Operations;

/// <summary>What the design allows a call.</summary>
/// <param name="ReadsBefore">Before the first command: 2 for a user's number, 1 for another, and 1 or 2 for each diversion inside the organisation.</param>
/// <param name="WritesBefore">Only the claim of a supervised call.</param>
/// <param name="Inserts">The record, and the claim.</param>
/// <param name="Moves">What moves a supervised call: an update each.</param>
internal sealed record Budget(int ReadsBefore, int WritesBefore, int Inserts, ImmutableArray<string> Moves)
{
    public static Budget SentOn(int reads) => new(reads, WritesBefore: 0, Inserts: 1, []);

    public static Budget Supervised(int reads, params ImmutableArray<string> moves) => new(reads, WritesBefore: 1, Inserts: 2, moves);
}

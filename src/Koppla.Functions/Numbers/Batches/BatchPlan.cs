using Koppla.Functions.Api;
using Koppla.Routing.Directory;

namespace Koppla.Functions.Numbers.Batches;

/// <summary>What is to be done to one number among many, and then what was.</summary>
/// <param name="Problem">Why it is refused.</param>
/// <param name="Found">As it is now; null: the organisation has it not.</param>
/// <param name="Entry">As it is to be.</param>
internal sealed record BatchPlan(
    BatchOutcome Outcome, Problem? Problem = null, FoundNumber? Found = null, NumberEntry? Entry = null, string? Action = null)
{
    public static readonly BatchPlan Unchanged = new(BatchOutcome.Unchanged);

    public static BatchPlan Refused(Problem problem) => new(BatchOutcome.Refused, problem);
}

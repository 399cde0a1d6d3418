using Koppla.Functions.Api;
using Koppla.Routing.Decisions;
using Koppla.Routing.Numbers;

namespace Koppla.Functions.Numbers.Batches;

/// <summary>What became of one number.</summary>
/// <param name="Row">The row of an import that says so, from 1.</param>
/// <param name="Number">E.164; absent when the row does not tell a number.</param>
/// <param name="Outcome"><c>created</c>, <c>changed</c>, <c>unchanged</c> or <c>refused</c>.</param>
/// <param name="Problem">Why it was refused.</param>
internal sealed record BatchItemBody(int? Row, string? Number, string Outcome, ProblemBody? Problem)
{
    public static BatchItemBody Of(PhoneNumber number, BatchPlan plan, Language language, int? row = null) => new(
        row, number.E164, Names.Kebab(plan.Outcome), plan.Problem is { } problem ? ProblemBody.Of(problem.In(language)) : null);

    public static BatchItemBody Refused(int row, Problem problem, PhoneNumber? number = null) =>
        new(row, number?.E164, Names.Kebab(BatchOutcome.Refused), ProblemBody.Of(problem));
}

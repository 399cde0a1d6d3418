using System.Collections.Immutable;
using Koppla.Functions.Api;
using Koppla.Functions.Api.Documentation;
using Koppla.Routing;
using Microsoft.AspNetCore.Http;

namespace Koppla.Functions.Colleagues;

/// <summary>The parameters of a search: <c>q</c>, <c>limit</c>, <c>continuation</c>.</summary>
/// <param name="After">Where the page before ended.</param>
internal sealed record ColleagueQuery(ImmutableArray<Word> Words, int Limit, SearchPosition After, Problem? Problem = null)
{
    private const int MaxLength = 64;
    private const int DefaultLimit = 20;
    private const int MaxLimit = 50;

    public static readonly RequestParameter[] Parameters =
    [
        RequestParameter.Text("q", "Words of a name or department, or at least three digits of a number.", isRequired: true),
        Paging.ParameterOf(DefaultLimit, MaxLimit),
        Continuation.Parameter,
    ];

    private static readonly Problem LengthProblem = Problems.Parameter("q", $"q is 1 to {MaxLength} characters.");

    private static readonly Problem EmptyProblem = Problems.Parameter(
        "q", $"q has at least a letter, or {NumberParts.MinDigits} digits of a number.");

    /// <summary>Who is not looked for; null: nobody.</summary>
    public UserId? Except { get; init; }

    /// <summary>What is looked up in the index; the rows found tell of the other words. The longest word is on the fewest rows.</summary>
    public string Beginning => Words.MaxBy(word => word.Folded.Length)!.Folded;

    public static ColleagueQuery Parse(IQueryCollection query) =>
        Parse(query, Paging.Limit(query, DefaultLimit, MaxLimit), Paging.LimitProblemOf(MaxLimit));

    /// <summary>For a list whose pages are those of other lists.</summary>
    public static ColleagueQuery ParseOfUsers(IQueryCollection query) => Parse(query, Paging.Limit(query), Paging.LimitProblem);

    private static ColleagueQuery Parse(IQueryCollection query, int? limit, Problem limitProblem)
    {
        if (query["q"] is not [{ Length: > 0 and <= MaxLength } text])
        {
            return Refused(LengthProblem);
        }

        if (QueryWords.Of(text) is not [_, ..] words)
        {
            return Refused(EmptyProblem);
        }

        if (limit is not { } most)
        {
            return Refused(limitProblem);
        }

        var asked = new ColleagueQuery(words, most, SearchPosition.Start);
        return Continuation.Read(query) is { } token && SearchPosition.Parse(token, asked.Beginning) is { } after
            ? asked with { After = after }
            : Refused(Continuation.Problem);
    }

    private static ColleagueQuery Refused(Problem problem) => new([], 0, SearchPosition.Start, problem);
}

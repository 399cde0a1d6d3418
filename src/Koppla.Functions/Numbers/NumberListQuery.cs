using Koppla.Functions.Api;
using Koppla.Functions.Api.Documentation;
using Koppla.Functions.Colleagues;
using Koppla.Routing.Numbers;
using Microsoft.AspNetCore.Http;

namespace Koppla.Functions.Numbers;

/// <summary>The parameters of a list of numbers: <c>q</c>, <c>state</c>, <c>kind</c>, <c>forwarded</c>, <c>limit</c>, <c>continuation</c>.</summary>
/// <param name="Part">A part of the numbers; null: all.</param>
/// <param name="Holder">Words of who holds them, when there are letters; null: whoever does.</param>
internal sealed record NumberListQuery(
    NumberPart? Part, ColleagueQuery? Holder, NumberFilter Filter, PhoneNumber? After, int Limit, Problem? Problem = null)
{
    private const int MaxLength = 64;

    /// <summary>Holders on a page: each may have several numbers.</summary>
    private const int MaxHolders = 50;

    public static readonly RequestParameter[] Parameters =
    [
        RequestParameter.Text("q", "Only numbers with this part, in any usual spelling, or of whom these words name; `limit` is then one of people, at most 50."),
        RequestParameter.Word("state", "Only numbers in this state.", NumberMapping.Reserved, NumberMapping.Assigned),
        RequestParameter.Word("kind", "Only numbers of this kind.", [.. Names.All<NumberKind>()]),
        RequestParameter.Flag("forwarded", "Only numbers that are forwarded, or only others."),
        Paging.Parameter,
        Continuation.Parameter,
    ];

    private static readonly Problem WordsProblem = Problems.Parameter(
        "q", $"q is a part of a number, of at least {NumberPart.MinDigits} digits, or words of who holds it: up to {MaxLength} characters.");

    public static NumberListQuery Parse(IQueryCollection query)
    {
        if (Paging.Limit(query) is not { } limit)
        {
            return Refused(Paging.LimitProblem);
        }

        var text = query["q"].ToString();
        if (text.Any(char.IsLetter))
        {
            return OfHolder(query, text, limit);
        }

        var (part, problem) = PartOf(text);
        (var filter, problem) = FilterOf(query, problem);
        var after = Continuation.Read(query);
        var number = after is { Length: > 0 } ? PhoneNumber.ParseE164($"+{after}") : default;
        problem ??= after is null || (after.Length > 0 && !number.IsOk) ? Continuation.Problem : null;
        return problem is null ? new(part, null, filter, number.IsOk ? number.Value : null, limit) : Refused(problem);
    }

    private static NumberListQuery OfHolder(IQueryCollection query, string text, int limit)
    {
        var (filter, problem) = FilterOf(query, null);
        if (text.Length > MaxLength || QueryWords.Of(text) is not [_, ..] words)
        {
            return Refused(problem ?? WordsProblem);
        }

        var asked = new ColleagueQuery(words, Math.Min(limit, MaxHolders), SearchPosition.Start);
        var after = Continuation.Read(query) is { } token ? SearchPosition.Parse(token, asked.Beginning) : null;
        problem ??= after is null ? Continuation.Problem : null;
        return problem is null ? new(null, asked with { After = after! }, filter, null, limit) : Refused(problem);
    }

    private static (NumberPart? Part, Problem? Problem) PartOf(string text)
    {
        if (text.Length == 0)
        {
            return (null, null);
        }

        var digits = NumberParts.OfTyped(text);
        return text.Length > MaxLength || digits.Length < NumberPart.MinDigits
            ? (null, WordsProblem)
            : (new NumberPart(digits), null);
    }

    private static (NumberFilter Filter, Problem? Problem) FilterOf(IQueryCollection query, Problem? problem)
    {
        var (state, kind, forwarded) = (query["state"].ToString(), query["kind"].ToString(), query["forwarded"].ToString());
        if (state is not ("" or NumberMapping.Reserved or NumberMapping.Assigned))
        {
            problem ??= Problems.Parameter("state", "state is reserved or assigned.");
        }

        if (kind.Length > 0 && Names.Parse<NumberKind>(kind) is null)
        {
            problem ??= Problems.Parameter("kind", $"kind is one of {string.Join(", ", Names.All<NumberKind>())}.");
        }

        if (forwarded is not ("" or "true" or "false"))
        {
            problem ??= Problems.Parameter("forwarded", "forwarded is true or false.");
        }

        return (
            new NumberFilter(
                state.Length == 0 ? null : state,
                Names.Parse<NumberKind>(kind),
                forwarded.Length == 0 ? null : forwarded == "true"),
            problem);
    }

    private static NumberListQuery Refused(Problem problem) => new(null, null, new NumberFilter(), null, 0, problem);
}

using System.Globalization;
using Koppla.Functions.Api.Documentation;
using Microsoft.AspNetCore.Http;

namespace Koppla.Functions.Api;

/// <summary>The parameter <c>limit</c> of lists: 1 to 200 items a page, 50 unless told.</summary>
internal static class Paging
{
    private const int Default = 50;
    private const int Max = 200;

    public static readonly Problem LimitProblem = LimitProblemOf(Max);

    public static readonly RequestParameter Parameter = ParameterOf(Default, Max);

    public static RequestParameter ParameterOf(int unlessTold, int max) =>
        RequestParameter.Whole("limit", 1, max, unlessTold, "How many items a page has.");

    public static Problem LimitProblemOf(int max) => Problems.Parameter("limit", $"limit is a whole number from 1 to {max}.");

    /// <returns>Null when the parameter is not what it should be.</returns>
    public static int? Limit(IQueryCollection query) => Limit(query, Default, Max);

    /// <summary>For lists that have bounds of their own.</summary>
    public static int? Limit(IQueryCollection query, int unlessTold, int max) => query["limit"] switch
    {
        [] => unlessTold,
        [var text] when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit)
            && limit >= 1 && limit <= max => limit,
        _ => null,
    };
}

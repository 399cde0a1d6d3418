using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Koppla.Functions.Api;

/// <summary>The parameter <c>limit</c> of lists: 1 to 200 items a page, 50 unless told.</summary>
internal static class Paging
{
    private const int Default = 50;
    private const int Max = 200;

    public static readonly Problem LimitProblem =
        Problems.Parameter("limit", $"limit is a whole number from 1 to {Max}.");

    /// <returns>Null when the parameter is not what it should be.</returns>
    public static int? Limit(IQueryCollection query) => query["limit"] switch
    {
        [] => Default,
        [var text] when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit)
            && limit is >= 1 and <= Max => limit,
        _ => null,
    };
}

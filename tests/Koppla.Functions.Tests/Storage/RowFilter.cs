using System.Globalization;
using Azure.Data.Tables;

namespace Koppla.Functions.Tests.Storage;

/// <summary>The filters that our queries make: comparisons of a property with a text, an instant or a flag, joined by <c>and</c>.</summary>
internal static class RowFilter
{
    public static Func<TableEntity, bool> Of(string filter)
    {
        var comparisons = filter.Split(" and ").Select(Comparison).ToArray();
        return row => comparisons.All(fits => fits(row));
    }

    private static Func<TableEntity, bool> Comparison(string text)
    {
        var parts = text.Split(' ', 3);
        return row => row.TryGetValue(parts[0], out var value) && value is not null && Fits(Compare(value, parts[2]), parts[1]);
    }

    private static bool Fits(int order, string comparison) => comparison switch
    {
        "eq" => order == 0,
        "ne" => order != 0,
        "lt" => order < 0,
        "le" => order <= 0,
        "gt" => order > 0,
        "ge" => order >= 0,
        _ => throw new NotSupportedException(comparison),
    };

    private static int Compare(object value, string literal) => (value, literal) switch
    {
        (string text, ['\'', .. var other, '\'']) => string.CompareOrdinal(text, other.Replace("''", "'", StringComparison.Ordinal)),
        (DateTimeOffset at, _) => at.CompareTo(DateTimeOffset.Parse(literal["datetime'".Length..^1], CultureInfo.InvariantCulture)),
        (bool flag, _) => flag.CompareTo(bool.Parse(literal)),
        _ => throw new NotSupportedException(literal),
    };
}

using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Koppla.Benchmarks.TableService;

/// <summary>A <c>$filter</c>: comparisons of members with constants, joined by <c>and</c>, <c>or</c>, <c>not</c> and parentheses.</summary>
internal sealed partial class TableFilter
{
    private readonly string[] words;
    private readonly List<(string Member, string How, string Constant)> comparisons = [];
    private int next;

    private TableFilter(string text)
    {
        words = [.. Words().Matches(text).Select(word => word.Value)];
        Matches = words.Length == 0 ? _ => true : Either();
        if (words.Contains("or") || words.Contains("not"))
        {
            comparisons.Clear();
        }
    }

    public Func<StoredEntity, bool> Matches { get; }

    /// <summary>The only partition; null: all are looked through.</summary>
    public string? Partition => BoundsOf("PartitionKey", "eq").FirstOrDefault();

    /// <summary>No row before it is asked for.</summary>
    public string FirstRow => BoundsOf("RowKey", "eq", "ge", "gt").Max(StringComparer.Ordinal) ?? "";

    /// <summary>No row after it is asked for; null: up to the last.</summary>
    public string? LastRow => BoundsOf("RowKey", "eq", "le", "lt").Min(StringComparer.Ordinal);

    public static TableFilter Parse(string text) => new(text);

    private IEnumerable<string> BoundsOf(string member, params string[] hows) => comparisons
        .Where(each => each.Member == member && hows.Contains(each.How)).Select(each => TextOf(each.Constant));

    private Func<StoredEntity, bool> Either()
    {
        var one = Both();
        while (Take("or"))
        {
            var (left, right) = (one, Both());
            one = entity => left(entity) || right(entity);
        }

        return one;
    }

    private Func<StoredEntity, bool> Both()
    {
        var one = Single();
        while (Take("and"))
        {
            var (left, right) = (one, Single());
            one = entity => left(entity) && right(entity);
        }

        return one;
    }

    private Func<StoredEntity, bool> Single()
    {
        if (Take("not"))
        {
            var other = Single();
            return entity => !other(entity);
        }

        if (Take("("))
        {
            var inside = Either();
            return Take(")") ? inside : throw new FormatException("A parenthesis is not closed.");
        }

        var comparison = (Member: words[next++], How: words[next++], Constant: words[next++]);
        comparisons.Add(comparison);
        var order = OrderOf(comparison.How);
        return entity => entity.Members.TryGetValue(comparison.Member, out var value)
            && Compare(value, comparison.Constant) is { } compared && order(compared);
    }

    private bool Take(string word)
    {
        if (next >= words.Length || words[next] != word)
        {
            return false;
        }

        next++;
        return true;
    }

    private static Func<int, bool> OrderOf(string how) => how switch
    {
        "eq" => order => order == 0,
        "ne" => order => order != 0,
        "gt" => order => order > 0,
        "ge" => order => order >= 0,
        "lt" => order => order < 0,
        "le" => order => order <= 0,
        _ => throw new FormatException($"No comparison: {how}"),
    };

    private static int? Compare(JsonElement value, string constant) => value.ValueKind switch
    {
        JsonValueKind.String when constant.StartsWith("datetime", StringComparison.Ordinal) => value.GetDateTimeOffset().CompareTo(
            DateTimeOffset.Parse(TextOf(constant["datetime".Length..]), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)),
        JsonValueKind.String => string.CompareOrdinal(value.GetString(), TextOf(constant)),
        JsonValueKind.True or JsonValueKind.False when bool.TryParse(constant, out var wanted) => value.GetBoolean().CompareTo(wanted),
        JsonValueKind.Number => value.GetDouble().CompareTo(double.Parse(constant.TrimEnd('L'), CultureInfo.InvariantCulture)),
        _ => null,
    };

    private static string TextOf(string constant) => constant.Trim('\'').Length == 0 || constant[0] != '\''
        ? constant.Trim('\'')
        : constant[1..^1].Replace("''", "'", StringComparison.Ordinal);

    [GeneratedRegex("[()]|[a-z]*'([^']|'')*'|[^\\s()']+", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Words();
}

using System.Globalization;
using System.Text.Json.Nodes;
using Koppla.Routing.Numbers;

namespace Koppla.Cli.Numbers.Import;

/// <summary>How many numbers a row is about. The API takes a bounded count of them at once, so a long range is sent in pieces.</summary>
internal static class RowRange
{
    /// <summary>A longer range is a slip of the pen more often than meant: it is sent as it is, and the API refuses it.</summary>
    public const int Longest = 10_000;

    /// <summary>Of a range that can't be read 1: the API says what is wrong with it.</summary>
    public static int CountOf(ImportRow row) => EndsOf(row) is var (first, last) ? (int)(last - first + 1) : 1;

    /// <summary>The row, or pieces of it with at most so many numbers each.</summary>
    public static IEnumerable<ImportRow> Pieces(ImportRow row, int most)
    {
        if (EndsOf(row) is not var (first, last) || last - first < most)
        {
            yield return row;
            yield break;
        }

        for (var from = first; from <= last; from += most)
        {
            var piece = (JsonObject)row.Members.DeepClone();
            piece[ImportRow.Number] = E164(from);
            piece[ImportRow.To] = E164(Math.Min(from + most - 1, last));
            yield return row with { Members = piece };
        }
    }

    private static (long First, long Last)? EndsOf(ImportRow row) =>
        DigitsOf(row.Members[ImportRow.Number]) is { } first
        && DigitsOf(row.Members[ImportRow.To]) is { } last
        && last >= first
        && last - first < Longest
            ? (first, last)
            : null;

    private static long? DigitsOf(JsonNode? text) =>
        text is JsonValue value && value.TryGetValue<string>(out var number) && PhoneNumber.Parse(number) is { IsOk: true } parsed
            ? long.Parse(parsed.Value.Digits, CultureInfo.InvariantCulture)
            : null;

    private static string E164(long digits) => $"+{digits}";
}

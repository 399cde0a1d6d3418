using System.Collections.Immutable;
using Azure;
using Azure.Data.Tables;
using Koppla.Functions.Storage;
using Koppla.Routing.Numbers;

namespace Koppla.Functions.Numbers;

/// <summary>Which numbers that differ only in the last three digits an organisation has.</summary>
/// <param name="Prefix">The digits of E.164 before them.</param>
/// <param name="Tails">The last digits, sorted.</param>
/// <param name="Version">Null: it is not stored yet.</param>
internal sealed record NumberBlock(string Prefix, ImmutableSortedSet<string> Tails, ETag? Version)
{
    private const string Table = "numberblocks";
    private const string TailsColumn = "Tails";
    private const int TailDigits = 3;

    public static string PrefixOf(PhoneNumber number) => number.Digits[..^TailDigits];

    public static string TailOf(PhoneNumber number) => number.Digits[^TailDigits..];

    public static NumberBlock Empty(string prefix) => new(prefix, ImmutableSortedSet.Create<string>(StringComparer.Ordinal), null);

    public NumberBlock With(IEnumerable<string> present, IEnumerable<string> absent) =>
        this with { Tails = Tails.Union(present).Except(absent) };

    public TableEntity ToEntity(string organisation) => new(organisation, Prefix) { [TailsColumn] = string.Concat(Tails) };

    public static NumberBlock FromEntity(TableEntity row)
    {
        var tails = row.Text(Table, TailsColumn);
        return Empty(row.RowKey).With(tails.Chunk(TailDigits).Select(tail => new string(tail)), []) with { Version = row.ETag };
    }
}

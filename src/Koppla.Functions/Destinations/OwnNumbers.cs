using System.Diagnostics.CodeAnalysis;
using Koppla.Functions.Numbers;
using Koppla.Routing.Directory;
using Koppla.Routing.Numbers;

namespace Koppla.Functions.Destinations;

/// <summary>The numbers of an organisation, and which others lie among them.</summary>
internal sealed class OwnNumbers
{
    /// <summary>Numbers are given out in blocks of a hundred.</summary>
    private const int DigitsInBlock = 2;

    private readonly Dictionary<PhoneNumber, NumberEntry> entries = [];
    private readonly Dictionary<string, (string First, string Last)> blocks = new(StringComparer.Ordinal);

    public IEnumerable<ListedNumber> All => entries.Select(each => new ListedNumber(each.Key, each.Value));

    public void Add(ListedNumber listed)
    {
        entries[listed.Number] = listed.Entry;
        var digits = listed.Number.Digits;
        var (first, last) = blocks.GetValueOrDefault(BlockOf(digits), (digits, digits));
        blocks[BlockOf(digits)] = (
            string.CompareOrdinal(digits, first) < 0 ? digits : first,
            string.CompareOrdinal(digits, last) > 0 ? digits : last);
    }

    public bool Contains(PhoneNumber number) => entries.ContainsKey(number);

    public bool TryFind(PhoneNumber number, [NotNullWhen(true)] out NumberEntry? entry) => entries.TryGetValue(number, out entry);

    /// <summary>Whether a number that is not the organisation's own lies between two that are, in one block: then it is most likely theirs to lose.</summary>
    public bool HasAround(PhoneNumber number) =>
        blocks.TryGetValue(BlockOf(number.Digits), out var block)
        && string.CompareOrdinal(block.First, number.Digits) < 0
        && string.CompareOrdinal(number.Digits, block.Last) < 0;

    private static string BlockOf(string digits) => digits[..^DigitsInBlock];
}

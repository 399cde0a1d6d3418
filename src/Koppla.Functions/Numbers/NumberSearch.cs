using Koppla.Routing;
using Koppla.Routing.Numbers;

namespace Koppla.Functions.Numbers;

/// <summary>
/// Finds numbers by a part of them, in the order of their blocks. The blocks say which numbers there are; of those that fit, the list
/// says what they are.
/// </summary>
internal sealed class NumberSearch(NumberBlocks blocks, NumberList list)
{
    /// <param name="after">The last number of the page before; null for the first page.</param>
    public async Task<NumberPage> FindAsync(
        OrganisationId organisation,
        NumberPart part,
        NumberFilter filter,
        PhoneNumber? after,
        int limit,
        CancellationToken cancellationToken)
    {
        var items = new List<ListedNumber>(limit);
        var first = after is null ? "" : NumberBlock.PrefixOf(after);
        await foreach (var block in blocks.ReadAsync(organisation, first, cancellationToken))
        {
            var isFirst = after is not null && block.Prefix == first;
            var fitting = block.Tails
                .Where(tail => !isFirst || string.CompareOrdinal(tail, NumberBlock.TailOf(after!)) > 0)
                .Select(tail => block.Prefix + tail)
                .Where(digits => part.IsIn(digits))
                .ToHashSet(StringComparer.Ordinal);
            if (fitting.Count == 0)
            {
                continue;
            }

            var range = list.ReadRangeAsync(
                organisation, filter, fitting.Min(StringComparer.Ordinal)!, fitting.Max(StringComparer.Ordinal)!, cancellationToken);
            await foreach (var item in range.Where(item => fitting.Contains(item.Number.Digits)))
            {
                if (items.Count == limit)
                {
                    return new NumberPage(items, items[^1].Number);
                }

                items.Add(item);
            }
        }

        return new NumberPage(items, null);
    }
}

namespace Koppla.Functions.Numbers.Batches;

/// <summary>What became of many numbers.</summary>
/// <param name="Items">In the order of the request.</param>
/// <param name="Created">How many the organisation has got.</param>
/// <param name="Changed">How many are another now.</param>
/// <param name="Unchanged">How many were as they should be.</param>
/// <param name="Refused">To how many nothing was done.</param>
internal sealed record BatchBody(IReadOnlyList<BatchItemBody> Items, int Created, int Changed, int Unchanged, int Refused)
{
    public static BatchBody Of(IReadOnlyList<BatchItemBody> items) => new(
        items,
        Count(items, BatchOutcome.Created),
        Count(items, BatchOutcome.Changed),
        Count(items, BatchOutcome.Unchanged),
        Count(items, BatchOutcome.Refused));

    private static int Count(IReadOnlyList<BatchItemBody> items, BatchOutcome outcome) =>
        items.Count(item => item.Outcome == Names.Kebab(outcome));
}

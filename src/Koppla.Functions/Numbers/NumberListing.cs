using Azure;
using Azure.Data.Tables;
using Koppla.Functions.Storage;
using Koppla.Routing;
using Koppla.Routing.Directory;
using Koppla.Routing.Numbers;

namespace Koppla.Functions.Numbers;

/// <summary>
/// The rows of <c>numberindex</c> and <c>numberblocks</c>: copies of the numbers for lists and searches, which never decide a call.
/// A listing is written after its number, so a crash leaves one to repair, and never a call that goes wrong.
/// </summary>
internal sealed class NumberListing(Tables tables, NumberBlocks blocks)
{
    private const int ParallelReads = 16;
    private const int MaxTransaction = 100;

    /// <summary>
    /// Makes the listing of numbers say what is stored. Two changes may be copied in the wrong order, so whoever copies looks
    /// afterwards whether it copied the latest.
    /// </summary>
    public async Task CopyAsync(OrganisationId organisation, IEnumerable<PhoneNumber> numbers, CancellationToken cancellationToken)
    {
        var seen = await ReadAsync(organisation, [.. numbers.Distinct()], cancellationToken);
        while (seen.Length > 0)
        {
            await WriteAsync(organisation, seen, cancellationToken);
            var latest = await ReadAsync(organisation, [.. seen.Select(each => each.Number)], cancellationToken);
            seen = [.. latest.Where((each, i) => each.Version != seen[i].Version)];
        }
    }

    private async Task WriteAsync(OrganisationId organisation, Seen[] numbers, CancellationToken cancellationToken)
    {
        var present = numbers.Where(each => each.Entry is not null).ToArray();
        var absent = numbers.Where(each => each.Entry is null).Select(each => each.Number).ToArray();
        await blocks.ChangeAsync(organisation, [.. present.Select(each => each.Number)], absent, cancellationToken);
        foreach (var some in present.Chunk(MaxTransaction))
        {
            await tables.NumberIndex.SubmitTransactionAsync(
                some.Select(each => new TableTransactionAction(
                    TableTransactionActionType.UpsertReplace, NumberMapping.ToIndexRow(each.Number, each.Entry!))),
                cancellationToken);
        }

        foreach (var gone in absent)
        {
            await tables.NumberIndex.RemoveAsync(organisation.ToString(), gone.Digits, cancellationToken);
        }
    }

    private async Task<Seen[]> ReadAsync(OrganisationId organisation, PhoneNumber[] numbers, CancellationToken cancellationToken)
    {
        var seen = new Seen[numbers.Length];
        await Parallel.ForEachAsync(
            Enumerable.Range(0, numbers.Length),
            new ParallelOptions { MaxDegreeOfParallelism = ParallelReads, CancellationToken = cancellationToken },
            async (i, cancellation) => seen[i] = await ReadAsync(organisation, numbers[i], cancellation));
        return seen;
    }

    /// <summary>A number of another organisation is not there.</summary>
    private async ValueTask<Seen> ReadAsync(OrganisationId organisation, PhoneNumber number, CancellationToken cancellationToken)
    {
        var entity = await tables.Numbers.GetEntityIfExistsAsync<TableEntity>(
            number.Digits, NumberMapping.Row, cancellationToken: cancellationToken);
        return entity is { HasValue: true, Value: { } found } && NumberMapping.FromEntity(found) is var entry
            && NumberMapping.OrganisationOf(entry) == organisation
            ? new Seen(number, entry, found.ETag)
            : new Seen(number, null, null);
    }

    private readonly record struct Seen(PhoneNumber Number, NumberEntry? Entry, ETag? Version);
}

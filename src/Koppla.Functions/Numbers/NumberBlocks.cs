using Azure;
using Azure.Data.Tables;
using Koppla.Functions.Storage;
using Koppla.Routing;
using Koppla.Routing.Numbers;

namespace Koppla.Functions.Numbers;

/// <summary>
/// An organisation's numbers packed by the thousand, in the table <c>numberblocks</c>: a search for any part of a number reads a
/// hundred rows where it would read a hundred thousand.
/// </summary>
internal sealed class NumberBlocks(Tables tables)
{
    /// <param name="present">Numbers that the organisation has.</param>
    /// <param name="absent">Numbers that it has not.</param>
    public async Task ChangeAsync(
        OrganisationId organisation, PhoneNumber[] present, PhoneNumber[] absent, CancellationToken cancellationToken)
    {
        var there = present.ToLookup(NumberBlock.PrefixOf, NumberBlock.TailOf, StringComparer.Ordinal);
        var gone = absent.ToLookup(NumberBlock.PrefixOf, NumberBlock.TailOf, StringComparer.Ordinal);
        foreach (var prefix in there.Concat(gone).Select(block => block.Key).Distinct(StringComparer.Ordinal))
        {
            while (!await TryChangeAsync(organisation, prefix, there[prefix], gone[prefix], cancellationToken))
            {
                // Somebody else changed the same block.
            }
        }
    }

    /// <param name="from">The prefix of the first block; empty: from the beginning.</param>
    public IAsyncEnumerable<NumberBlock> ReadAsync(OrganisationId organisation, string from, CancellationToken cancellationToken) =>
        tables.NumberBlocks
            .QueryAsync<TableEntity>(
                TableClient.CreateQueryFilter($"PartitionKey eq {organisation.ToString()} and RowKey ge {from}"),
                cancellationToken: cancellationToken)
            .Select(NumberBlock.FromEntity);

    private async Task<bool> TryChangeAsync(
        OrganisationId organisation, string prefix, IEnumerable<string> present, IEnumerable<string> absent, CancellationToken cancellationToken)
    {
        var partition = organisation.ToString();
        var row = await tables.NumberBlocks.GetEntityIfExistsAsync<TableEntity>(partition, prefix, cancellationToken: cancellationToken);
        var block = row is { HasValue: true, Value: { } found } ? NumberBlock.FromEntity(found) : NumberBlock.Empty(prefix);
        var changed = block.With(present, absent);
        if (changed.Tails.SetEquals(block.Tails))
        {
            return true;
        }

        try
        {
            await (changed switch
            {
                { Version: null } => tables.NumberBlocks.AddEntityAsync(changed.ToEntity(partition), cancellationToken),
                { Version: { } version, Tails.IsEmpty: true } => tables.NumberBlocks.DeleteEntityAsync(partition, prefix, version, cancellationToken),
                { Version: { } version } => tables.NumberBlocks.UpdateEntityAsync(
                    changed.ToEntity(partition), version, TableUpdateMode.Replace, cancellationToken),
            });
            return true;
        }
        catch (RequestFailedException failure) when (failure.Status is 409 or 412 or 404)
        {
            return false;
        }
    }
}

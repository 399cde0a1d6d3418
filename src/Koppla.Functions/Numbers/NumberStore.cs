using Azure;
using Azure.Data.Tables;
using Koppla.Functions.Audit;
using Koppla.Functions.Storage;
using Koppla.Routing.Directory;
using Koppla.Routing.Numbers;

namespace Koppla.Functions.Numbers;

/// <summary>Our numbers, in the table <c>numbers</c>: what decides calls. Lists of them are <see cref="NumberListing"/>'s.</summary>
internal sealed class NumberStore(Tables tables, NumberListing listing)
{
    public async Task<Stored<NumberEntry>?> ReadAsync(PhoneNumber number, CancellationToken cancellationToken)
    {
        var entity = await tables.Numbers.GetEntityIfExistsAsync<TableEntity>(
            number.Digits, NumberMapping.Row, cancellationToken: cancellationToken);
        return entity is { HasValue: true, Value: { } found }
            ? new Stored<NumberEntry>(NumberMapping.FromEntity(found), found.ETag, found.TextOrNull(CarriedChange.Property))
            : null;
    }

    /// <summary>Writes a number whatever was there before, and its listing.</summary>
    public async Task WriteAsync(PhoneNumber number, NumberEntry entry, CancellationToken cancellationToken)
    {
        await tables.Numbers.UpsertEntityAsync(
            NumberMapping.ToEntity(number, entry, change: null), TableUpdateMode.Replace, cancellationToken);
        await listing.CopyAsync(NumberMapping.OrganisationOf(entry), [number], cancellationToken);
    }

    /// <returns>The version, or null when the number is there already, of whatever organisation.</returns>
    public Task<ETag?> TryAddAsync(PhoneNumber number, NumberEntry entry, string change, CancellationToken cancellationToken) =>
        tables.Numbers.TryAddAsync(NumberMapping.ToEntity(number, entry, change), CarriedChange.Property, cancellationToken);

    /// <summary>Changes a number if it still is the version read.</summary>
    /// <returns>The new version, or null when somebody else changed it first.</returns>
    public Task<ETag?> TryChangeAsync(
        PhoneNumber number, NumberEntry entry, ETag version, string change, CancellationToken cancellationToken) =>
        tables.Numbers.TryUpdateAsync(NumberMapping.ToEntity(number, entry, change), version, CarriedChange.Property, cancellationToken);

    /// <returns>The version removed, or null when somebody else changed it first.</returns>
    public Task<ETag?> TryRemoveAsync(PhoneNumber number, ETag version, CancellationToken cancellationToken) =>
        tables.Numbers.TryRemoveAsync(number.Digits, NumberMapping.Row, version, cancellationToken);
}

using Azure;
using Azure.Data.Tables;
using Koppla.Functions.Storage;
using Koppla.Routing.Directory;
using Koppla.Routing.Numbers;

namespace Koppla.Functions.Numbers;

/// <summary>
/// Our numbers. The entity in <c>numbers</c> decides calls; the row in <c>numberindex</c> serves lists only.
/// A number is listed before it exists and changed before its listing, so a crash between the two writes
/// leaves a listing to repair (the same change again does it) and never a call that goes wrong.
/// </summary>
internal sealed class NumberStore(Tables tables)
{
    public async Task<Stored<NumberEntry>?> ReadAsync(PhoneNumber number, CancellationToken cancellationToken)
    {
        var entity = await tables.Numbers.GetEntityIfExistsAsync<TableEntity>(
            number.Digits, NumberMapping.Row, cancellationToken: cancellationToken);
        return entity is { HasValue: true, Value: { } found }
            ? new Stored<NumberEntry>(NumberMapping.FromEntity(found), found.ETag)
            : null;
    }

    /// <summary>Writes a number whatever was there before.</summary>
    public async Task WriteAsync(PhoneNumber number, NumberEntry entry, CancellationToken cancellationToken)
    {
        await WriteIndexAsync(number, entry, cancellationToken);
        await tables.Numbers.UpsertEntityAsync(
            NumberMapping.ToEntity(number, entry), TableUpdateMode.Replace, cancellationToken);
    }

    /// <summary>Changes a number if it still is the version read.</summary>
    /// <returns>The new version, or null when somebody else changed it first.</returns>
    public async Task<ETag?> TryChangeAsync(
        PhoneNumber number, NumberEntry entry, ETag version, CancellationToken cancellationToken)
    {
        ETag? written;
        try
        {
            var response = await tables.Numbers.UpdateEntityAsync(
                NumberMapping.ToEntity(number, entry), version, TableUpdateMode.Replace, cancellationToken);
            written = response.Headers.ETag;
        }
        catch (RequestFailedException failure) when (failure.Status is 412 or 404)
        {
            return null;
        }

        await CopyToIndexAsync(number, entry, written, cancellationToken);
        return written;
    }

    // Two changes may copy in the wrong order, so whoever copies looks afterwards whether it copied the latest.
    private async Task CopyToIndexAsync(
        PhoneNumber number, NumberEntry entry, ETag? version, CancellationToken cancellationToken)
    {
        await WriteIndexAsync(number, entry, cancellationToken);
        while (await ReadAsync(number, cancellationToken) is { } latest && latest.ETag != version)
        {
            (entry, version) = (latest.Value, latest.ETag);
            await WriteIndexAsync(number, entry, cancellationToken);
        }
    }

    private Task<Response> WriteIndexAsync(PhoneNumber number, NumberEntry entry, CancellationToken cancellationToken) =>
        tables.NumberIndex.UpsertEntityAsync(
            NumberMapping.ToIndexRow(number, entry), TableUpdateMode.Replace, cancellationToken);
}

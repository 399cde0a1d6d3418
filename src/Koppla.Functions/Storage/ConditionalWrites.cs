using Azure;
using Azure.Data.Tables;

namespace Koppla.Functions.Storage;

/// <summary>
/// Writes that are made only to the version that was read. The client library sends again when an answer is lost, and is then told
/// that the version is another: the mark that the write leaves in the entity tells whether that was its own work.
/// </summary>
internal static class ConditionalWrites
{
    /// <param name="mark">A property whose value no other write leaves.</param>
    /// <returns>The new version, or null when somebody else was first.</returns>
    public static async Task<ETag?> TryUpdateAsync(
        this TableClient table, TableEntity entity, ETag version, string mark, CancellationToken cancellationToken)
    {
        try
        {
            var response = await table.UpdateEntityAsync(entity, version, TableUpdateMode.Replace, cancellationToken);
            return response.Headers.ETag;
        }
        catch (RequestFailedException failure) when (failure.Status is 412 or 404)
        {
            return await table.OwnWorkAsync(entity, mark, cancellationToken);
        }
    }

    /// <inheritdoc cref="TryUpdateAsync"/>
    public static async Task<ETag?> TryAddAsync(
        this TableClient table, TableEntity entity, string mark, CancellationToken cancellationToken)
    {
        try
        {
            var response = await table.AddEntityAsync(entity, cancellationToken);
            return response.Headers.ETag;
        }
        catch (RequestFailedException failure) when (failure.Status == 409)
        {
            return await table.OwnWorkAsync(entity, mark, cancellationToken);
        }
    }

    /// <returns>The version that was removed, or null when somebody else was first.</returns>
    public static async Task<ETag?> TryRemoveAsync(
        this TableClient table, string partition, string row, ETag version, CancellationToken cancellationToken)
    {
        try
        {
            await table.DeleteEntityAsync(partition, row, version, cancellationToken);
            return version;
        }
        catch (RequestFailedException failure) when (failure.Status is 412 or 404)
        {
            return null;
        }
    }

    /// <summary>Changes some properties of an entity of any version. One that is gone stays gone.</summary>
    public static async Task MergeExistingAsync(this TableClient table, TableEntity properties, CancellationToken cancellationToken)
    {
        try
        {
            await table.UpdateEntityAsync(properties, ETag.All, TableUpdateMode.Merge, cancellationToken);
        }
        catch (RequestFailedException gone) when (gone.Status == 404)
        {
            // There is nothing to change any more.
        }
    }

    private static async Task<ETag?> OwnWorkAsync(
        this TableClient table, TableEntity entity, string mark, CancellationToken cancellationToken)
    {
        var now = await table.GetEntityIfExistsAsync<TableEntity>(
            entity.PartitionKey, entity.RowKey, cancellationToken: cancellationToken);
        return now is { HasValue: true, Value: { } there } && entity.TextOrNull(mark) is { } ours && there.TextOrNull(mark) == ours
            ? there.ETag
            : null;
    }
}

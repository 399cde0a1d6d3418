using Azure;
using Azure.Data.Tables;

namespace Koppla.Functions.Storage;

internal static class EntityRemoval
{
    /// <summary>Removes an entity of any version. One that is not there was removed by somebody else at the same moment.</summary>
    public static async Task RemoveAsync(this TableClient table, string partition, string row, CancellationToken cancellationToken)
    {
        try
        {
            await table.DeleteEntityAsync(partition, row, ETag.All, cancellationToken);
        }
        catch (RequestFailedException gone) when (gone.Status == 404)
        {
            // It is as it should be.
        }
    }
}

using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Koppla.Functions.Storage;

/// <summary>
/// Makes the tables that are missing. The app starts and takes calls even when storage is away (the fallback
/// serves them), so this goes on trying in the background.
/// </summary>
internal sealed class TableCreation(Tables tables, TimeProvider time, ILogger<TableCreation> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!await TryCreateAsync(stoppingToken))
        {
            await Task.Delay(Pause, time, stoppingToken);
        }
    }

    private async Task<bool> TryCreateAsync(CancellationToken cancellationToken)
    {
        try
        {
            await Task.WhenAll(tables.All.Select(table => table.CreateIfNotExistsAsync(cancellationToken)));
            return true;
        }
        catch (Exception failure) when (StorageFailure.Is(failure))
        {
            logger.TablesNotCreated(failure);
            return false;
        }
    }
}

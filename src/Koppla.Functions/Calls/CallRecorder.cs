using System.Collections.Concurrent;
using Koppla.Functions.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Koppla.Functions.Calls;

/// <summary>
/// Records outcomes, each once. One that cannot be stored is kept in memory and tried again, and is what a repeated
/// event of that call finds here: what was done is not decided anew.
/// </summary>
internal sealed class CallRecorder(CallRecordStore store, TimeProvider time, ILogger<CallRecorder> logger)
    : BackgroundService
{
    /// <summary>Unsaved records kept at the most; beyond it a record is only logged.</summary>
    public const int Capacity = 10_000;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<string, CallRecord> unsaved = new(StringComparer.Ordinal);

    public CallRecord? Unsaved(string id) => unsaved.GetValueOrDefault(id);

    /// <returns>Whether the record is durable.</returns>
    public async Task<bool> RecordAsync(CallRecord record, CancellationToken cancellationToken)
    {
        try
        {
            await store.AddAsync(record, cancellationToken);
            unsaved.TryRemove(record.Id, out _);
            logger.CallRecorded(record.CorrelationId, record.Outcome, record.Reason, record.DecidedIn.TotalMilliseconds);
            return true;
        }
        catch (Exception failure) when (StorageFailure.Is(failure))
        {
            logger.CallNotRecorded(failure, record.CorrelationId, record.Outcome, record.Reason);
            if (unsaved.Count < Capacity)
            {
                unsaved[record.Id] = record;
            }

            return false;
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await SaveUnsavedAsync(stoppingToken);
        }
    }

    private async Task SaveUnsavedAsync(CancellationToken cancellationToken)
    {
        foreach (var record in unsaved.Values)
        {
            if (!await RecordAsync(record, cancellationToken))
            {
                return; // storage is still away
            }
        }
    }
}

using System.Collections.Concurrent;
using Koppla.Functions.Storage;
using Koppla.Functions.Telemetry;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Koppla.Functions.Calls;

/// <summary>
/// Records outcomes, each once. One that cannot be stored at once is kept in memory and tried again; a repeated event of
/// that call finds it here, so that what was done is not decided anew.
/// </summary>
internal sealed class CallRecorder(CallRecordStore store, TimeProvider time, ILogger<CallRecorder> logger)
    : BackgroundService
{
    /// <summary>Records kept at the most; beyond it one that cannot be stored is only logged.</summary>
    public const int Capacity = 10_000;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    /// <summary>To store one record; Event Grid waits 30 s for the answer, and storage may ask us to wait longer.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    /// <summary>How long Event Grid may deliver an event again: the time to live of its subscription, twice.</summary>
    private static readonly TimeSpan Memory = TimeSpan.FromMinutes(2);

    private readonly ConcurrentDictionary<string, KeptRecord> kept = new(StringComparer.Ordinal);

    /// <summary>The outcome of a call that could not be recorded at once, whether it is by now or not.</summary>
    public CallRecord? Kept(string id) => kept.TryGetValue(id, out var found) ? found.Record : null;

    /// <returns>Whether the record is durable.</returns>
    public async Task<bool> RecordAsync(CallRecord record, CancellationToken cancellationToken)
    {
        using var limit = new TimeLimit(Limit, time, cancellationToken);
        try
        {
            if (await store.AddAsync(record, limit.Token))
            {
                Measurements.Recorded(record);
            }

            logger.CallRecorded(record.CorrelationId, record.Outcome, record.Reason, record.ActedIn.TotalMilliseconds);
            return true;
        }
        catch (Exception failure) when (StorageFailure.Is(failure))
        {
            logger.CallNotRecorded(failure, record.CorrelationId, record.Outcome, record.Reason);
            if (kept.Count < Capacity)
            {
                kept.TryAdd(record.Id, new KeptRecord(record, time.GetTimestamp()));
            }

            return false;
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await SaveKeptAsync(stoppingToken);
        }
    }

    private async Task SaveKeptAsync(CancellationToken cancellationToken)
    {
        foreach (var (id, each) in kept)
        {
            if (!each.IsSaved && !await RecordAsync(each.Record, cancellationToken))
            {
                return; // storage is still away
            }

            each.IsSaved = true;
            if (time.GetElapsedTime(each.Since) > Memory)
            {
                kept.TryRemove(id, out _);
            }
        }
    }

    private sealed record KeptRecord(CallRecord Record, long Since)
    {
        public bool IsSaved { get; set; }
    }
}

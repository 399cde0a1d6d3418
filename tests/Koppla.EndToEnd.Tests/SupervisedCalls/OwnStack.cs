using System.Diagnostics;
using Koppla.Functions.Storage;
using Koppla.Functions.SupervisedCalls;
using Koppla.Local.Stack;
using Koppla.Simulator;
using Koppla.Simulator.Calls;
using NodaTime;

namespace Koppla.EndToEnd.Tests.SupervisedCalls;

/// <summary>A running system for one class of tests, which breaks things, and a hand on the clock of its supervised calls.</summary>
public class OwnStack : IAsyncLifetime
{
    private const string MasterKey = "test-master-key";

    /// <summary>Nothing happens in a call for this long: it waits for something that does not come. Much longer than a busy machine takes.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim oneSweep = new(1);
    private SupervisedCallStore store = null!;
    private Tables tables = null!;

    internal LocalStack Stack { get; private set; } = null!;

    internal Tenant Tenant { get; private set; } = null!;

    /// <summary>Settings of the app beside the usual ones.</summary>
    private protected virtual Dictionary<string, string> Settings => new(StringComparer.Ordinal);

    private protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public virtual async ValueTask InitializeAsync()
    {
        Stack = await LocalStack.StartAsync(
            new LocalStackOptions
            {
                Simulator = new SimulatorOptions { OwnedNumbers = TestNumbers.Owned },
                MaxDeliveryAttempts = 10,
                RetryDelay = TimeSpan.FromSeconds(1),
                Settings = new Dictionary<string, string>(Settings, StringComparer.Ordinal) { ["StandinHost:MasterKey"] = MasterKey },
            },
            Cancellation);
        tables = new Tables(StorageServices.CreateClient(new StorageOptions { ConnectionString = Stack.Azurite.ConnectionString }));
        store = new SupervisedCallStore(tables);
        Tenant = await Tenant.CreateAsync(Stack, fallback: null);
        await StartedAsync();
        await StackFixture.WarmUpAsync(Tenant);
    }

    public virtual async ValueTask DisposeAsync()
    {
        await Stack.DisposeAsync();
        oneSweep.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>What is to be there before the first call.</summary>
    private protected virtual Task StartedAsync() => Task.CompletedTask;

    /// <summary>A supervised call as it is stored; null: it is not there.</summary>
    internal async Task<Stored<SupervisedCall>?> FindAsync(SimulatedCall call)
    {
        await foreach (var row in tables.SupervisedCalls.QueryAsync<Azure.Data.Tables.TableEntity>(select: ["PartitionKey"], cancellationToken: Cancellation))
        {
            if (await store.ReadAsync(row.PartitionKey, Cancellation) is { } stored && IsOf(call, stored.Value))
            {
                return stored;
            }
        }

        return null;
    }

    /// <summary>Where the call of this id in the API is; null: it is not there.</summary>
    internal async Task<Phase?> PhaseOfAsync(string id) => (await store.ReadAsync(id, Cancellation))?.Value.Phase;

    internal async Task<bool> IsEndedAsync(string id) => await PhaseOfAsync(id) == Phase.Ended;

    /// <summary>Lets the time pass until the app looks at the call, and the sweeper come round on this instance.</summary>
    internal async Task SweepAsync(SimulatedCall call, Uri? instance = null)
    {
        if (await FindAsync(call) is { } stored && stored.Value.Phase != Phase.Ended)
        {
            await PassAsync(stored);
        }

        await SweepAsync(instance);
    }

    /// <summary>
    /// The same for a call whose id is known, until it has been looked at once: the sweeper is asked to come, not waited for. What rings
    /// on has its own time again then.
    /// </summary>
    internal async Task SweepAsync(string id, Uri? instance = null)
    {
        await oneSweep.WaitAsync(Cancellation); // who is overdue is looked at by every sweeper
        try
        {
            if (await store.ReadAsync(id, Cancellation) is not { } before || before.Value.Phase == Phase.Ended || await PassAsync(before) is not { } passed)
            {
                return;
            }

            await SweepAsync(instance);
            var asked = Stopwatch.StartNew();
            Stored<SupervisedCall>? after;
            do
            {
                after = await store.ReadAsync(id, Cancellation);
            }
            while (after?.ETag == passed && asked.Elapsed < Quiet);

            if (after is not null && after.Value.Step == before.Value.Step && after.Value.Deadline < before.Value.Deadline)
            {
                await store.TryChangeAsync(after.Value with { Deadline = before.Value.Deadline }, after.ETag, Cancellation);
            }
        }
        finally
        {
            oneSweep.Release();
        }
    }

    /// <summary>Lets pass the time that ended calls are kept, and says what is left of these in storage.</summary>
    internal async Task<IReadOnlyList<string>> LeavesAsync(IReadOnlyCollection<string> ids, Uri? instance = null)
    {
        foreach (var id in ids)
        {
            if (await store.ReadAsync(id, Cancellation) is { Value.Phase: Phase.Ended } stored)
            {
                await PassAsync(stored);
            }
        }

        var asked = Stopwatch.StartNew();
        await SweepAsync(instance);
        IReadOnlyList<string> left;
        do
        {
            left = await LeftOfAsync(ids);
        }
        while (left.Count > 0 && asked.Elapsed < Quiet);

        return left;
    }

    private async Task<IReadOnlyList<string>> LeftOfAsync(IReadOnlyCollection<string> ids)
    {
        var left = new List<string>();
        await foreach (var row in tables.SupervisedCalls.QueryAsync<Azure.Data.Tables.TableEntity>(select: ["PartitionKey"], cancellationToken: Cancellation))
        {
            left.Add(row.PartitionKey);
        }

        await foreach (var row in tables.UserCalls.QueryAsync<Azure.Data.Tables.TableEntity>(select: ["RowKey"], cancellationToken: Cancellation))
        {
            left.Add(row.RowKey);
        }

        return [.. left.Intersect(ids)];
    }

    /// <returns>Null: an event has come after all.</returns>
    private Task<Azure.ETag?> PassAsync(Stored<SupervisedCall> stored) => store.TryChangeAsync(
        stored.Value with { Deadline = SystemClock.Instance.GetCurrentInstant() - Duration.FromSeconds(1) }, stored.ETag, Cancellation);

    private async Task SweepAsync(Uri? instance)
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(
            HttpMethod.Post, new Uri(instance ?? Stack.App.BaseAddress, "/admin/functions/CallSweeper"));
        request.Headers.Add("x-functions-key", MasterKey);
        using var response = await client.SendAsync(request, Cancellation);
        response.EnsureSuccessStatusCode();
    }

    /// <summary>The step that a call is in began a minute ago.</summary>
    internal async Task AgeAsync(SimulatedCall call)
    {
        var stored = (await FindAsync(call))!;
        await store.TryChangeAsync(stored.Value with { StepSince = stored.Value.StepSince - Duration.FromMinutes(1) }, stored.ETag, Cancellation);
    }

    /// <summary>Sees a call to its end, sweeping when nothing more comes, and says how it was recorded.</summary>
    /// <param name="quiet">How long nothing happens before the sweeper comes; null: long.</param>
    internal async Task<string> EndOfAsync(SimulatedCall call, Uri? instance = null, TimeSpan? quiet = null)
    {
        for (var sweeps = 0; sweeps < 8; sweeps++)
        {
            var isOver = await IsToldAndOverAsync(call, quiet ?? Quiet);
            var placed = await FindAsync(call) is { Value: { Facts: { PlacedBy: not null, Id: var id } } } ? id : null;
            var records = await Tenant.RecordsOfAsync(call, placed);
            if (records.Count > 0 && (isOver || call.Ended.IsCompleted) && (await FindAsync(call))?.Value.Phase == Phase.Ended)
            {
                return Assert.Single(records).GetProperty("outcome").GetString()!;
            }

            await SweepAsync(call, instance);
        }

        Assert.Fail($"The call does not end:{Environment.NewLine}{string.Join(Environment.NewLine, call.Timeline)}");
        return "";
    }

    /// <summary>One that was placed does not bear the provider's name.</summary>
    private static bool IsOf(SimulatedCall call, SupervisedCall stored) =>
        stored.Facts.CorrelationId == call.Id || (stored.Connection is { } connection && connection == call.CallConnectionId);

    /// <summary>False: the app has not been told of the end, and nothing more happens.</summary>
    private static async Task<bool> IsToldAndOverAsync(SimulatedCall call, TimeSpan quiet)
    {
        try
        {
            while (!call.Ended.IsCompleted || !call.Timeline.Any(IsToldEnd))
            {
                var seen = call.Timeline.Count;
                await call.WaitForAsync(now => now.Timeline.Count > seen, Cancellation).WaitAsync(quiet, Cancellation);
            }

            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    private static bool IsToldEnd(TimelineEntry entry) =>
        entry.Text.StartsWith("CallDisconnected delivered (200", StringComparison.Ordinal)
        || entry.Text.StartsWith("CreateCallFailed delivered (200", StringComparison.Ordinal);
}

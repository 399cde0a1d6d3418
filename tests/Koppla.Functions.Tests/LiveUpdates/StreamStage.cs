using System.Collections.Concurrent;
using System.Net.ServerSentEvents;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Azure;
using Koppla.Functions.LiveUpdates;
using Koppla.Functions.OngoingCalls;
using Koppla.Functions.Security;
using Koppla.Functions.Storage;
using Koppla.Functions.SupervisedCalls;
using Koppla.Functions.Tests.IncomingCalls;
using Koppla.Functions.Tests.Storage;
using Koppla.Functions.Tests.SupervisedCalls;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using NSubstitute;

namespace Koppla.Functions.Tests.LiveUpdates;

/// <summary>A stream of Anna's calls over tables in memory, and its clock.</summary>
internal sealed class StreamStage : FakeTimeProvider, IAsyncDisposable
{
    private readonly Channel<TimeSpan> waits = Channel.CreateUnbounded<TimeSpan>();
    private readonly ConcurrentQueue<SseItem<string>> items = new();
    private readonly CancellationTokenSource client = new();
    private readonly CancellationTokenSource stopping = new();
    private readonly ChangeSignals signals = new();
    private readonly SupervisedCallStore store;
    private readonly OngoingCallIndex index;

    public StreamStage()
        : base(TestCall.Now.ToDateTimeOffset())
    {
        var tables = new Tables(Storage.Service);
        store = new SupervisedCallStore(tables);
        index = new OngoingCallIndex(tables, store);
    }

    /// <summary>Anna and the caller talk.</summary>
    public static SupervisedCall Talking => TestCalls.In(Phase.Talking) with { PartnerUser = Exchange.Anna };

    public static SupervisedCall Over => TestCalls.In(Phase.Ended) with { PartnerUser = Exchange.Anna };

    public FakeStorage Storage { get; } = new();

    /// <summary>Done when the stream has ended.</summary>
    public Task Ended { get; private set; } = Task.CompletedTask;

    /// <summary>The first wait is the one for the stream's own end.</summary>
    public async Task<TimeSpan> OpenAsync(SeenCalls? seen = null)
    {
        Ended = Task.Run(() => ReadAsync(seen ?? SeenCalls.None));
        Assert.Equal(LiveUpdateStream.Length, await NextWaitAsync());
        return await NextWaitAsync();
    }

    /// <summary>What has been sent since the last question: types, and the states of calls.</summary>
    public string Sent()
    {
        var told = new List<string>();
        while (items.TryDequeue(out var item))
        {
            told.Add(item.EventType == LiveUpdate.Call
                ? JsonNode.Parse(item.Data)!["state"]!.GetValue<string>()
                : item.ReconnectionInterval is { } retry ? $"{item.EventType} {retry.TotalSeconds}" : item.EventType);
        }

        return string.Join(", ", told);
    }

    /// <summary>Lets the time pass, and gives the next wait.</summary>
    public async Task<TimeSpan> PassAsync(TimeSpan time)
    {
        Advance(time);
        return await NextWaitAsync();
    }

    public async Task<TimeSpan> NextWaitAsync() =>
        await waits.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(TimeSpan.FromSeconds(20));

    public async Task PutAsync(SupervisedCall call)
    {
        Storage.Put("supervisedcalls", SupervisedCallMapping.ToEntity(call));
        await index.NoteAsync(call with { FirstUser = null, PartnerUser = null }, call, CancellationToken.None);
    }

    public Task ForgetAsync(SupervisedCall call) => store.RemoveAsync(call.Facts.Id, ETag.All, CancellationToken.None);

    public void Signal() => signals.Signal(Exchange.Owner, Exchange.Anna);

    public Task HangUpAsync() => client.CancelAsync();

    public Task StopHostAsync() => stopping.CancelAsync();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        waits.Writer.TryWrite(dueTime);
        return timer;
    }

    public async ValueTask DisposeAsync()
    {
        await client.CancelAsync();
        await Ended;
        Assert.Equal(0, signals.Persons);
        client.Dispose();
        stopping.Dispose();
    }

    private async Task ReadAsync(SeenCalls seen)
    {
        var host = Substitute.For<IHostApplicationLifetime>();
        host.ApplicationStopping.Returns(stopping.Token);
        var stream = new LiveUpdateStream(index, host, this, NullLogger<LiveUpdateStream>.Instance);
        using var listening = signals.TryListen(Exchange.Owner, Exchange.Anna)!;
        await foreach (var item in stream.ReadAsync(new Person(Exchange.Owner, Exchange.Anna, false), seen, listening, client.Token))
        {
            items.Enqueue(item);
        }
    }
}

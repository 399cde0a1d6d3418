using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Koppla.EndToEnd.Tests.Telemetry;

/// <summary>Takes what apps export over OTLP/HTTP, as a collector does, and looks at each byte of it.</summary>
internal sealed class OtlpReceiver : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly WebApplication server;
    private readonly ConcurrentQueue<ExportedSpan> spans = new();
    private readonly ConcurrentDictionary<string, int> bytes = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> leaks = new();
    private TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private OtlpReceiver()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        server = builder.Build();
        server.Urls.Add("http://127.0.0.1:0");
        server.MapPost("/v1/{signal}", TakeAsync);
    }

    /// <summary>Settings of an app that exports here, soon after what it tells of.</summary>
    public Dictionary<string, string> Settings => new(StringComparer.Ordinal)
    {
        ["OTEL_EXPORTER_OTLP_ENDPOINT"] = server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First(),
        ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
        ["OTEL_BSP_SCHEDULE_DELAY"] = "200",
        ["OTEL_BLRP_SCHEDULE_DELAY"] = "200",
        ["OTEL_METRIC_EXPORT_INTERVAL"] = "1000",
    };

    public IEnumerable<ExportedSpan> Spans => spans;

    /// <summary>Traces, metrics or logs: how much has come.</summary>
    public int BytesOf(string signal) => bytes.GetValueOrDefault(signal);

    /// <summary>What should not have left the app, with what is around it.</summary>
    public IReadOnlyCollection<string> Leaks => leaks;

    public static async Task<OtlpReceiver> StartAsync()
    {
        var receiver = new OtlpReceiver();
        await receiver.server.StartAsync();
        return receiver;
    }

    /// <summary>Waits until the spans of a trace are as they are to be.</summary>
    public async Task<IReadOnlyList<ExportedSpan>> TraceAsync(string trace, Func<IReadOnlyList<ExportedSpan>, bool> isWhole)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Patience);
        while (true)
        {
            var change = Volatile.Read(ref changed).Task;
            ExportedSpan[] known = [.. spans.Where(span => span.Trace == trace)];
            if (isWhole(known))
            {
                return known;
            }

            try
            {
                await change.WaitAsync(limit.Token);
            }
            catch (OperationCanceledException)
            {
                Assert.Fail($"The trace did not become whole: {string.Join(", ", known.Select(span => Text(span, known)))}");
            }
        }
    }

    private static string Text(ExportedSpan span, IEnumerable<ExportedSpan> all) =>
        span.Parent is null || all.Any(above => above.Id == span.Parent) ? span.Name : $"{span.Name} (without its parent)";

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private async Task TakeAsync(HttpContext context, string signal)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var exported = body.ToArray();
        bytes.AddOrUpdate(signal, exported.Length, (_, so) => so + exported.Length);
        foreach (var leak in Forbidden.In(exported))
        {
            leaks.Enqueue($"{signal}: {leak}");
        }

        if (signal == "traces")
        {
            foreach (var span in ExportedSpan.Read(exported))
            {
                spans.Enqueue(span);
            }

            Interlocked.Exchange(ref changed, new(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
        }
    }
}

using System.Diagnostics;
using System.Net.Http.Headers;
using Koppla.Benchmarks.Calls.Report;

namespace Koppla.Benchmarks.Calls.Load;

/// <summary>Keeps a number of connections busy: the next event goes out when the last was answered.</summary>
internal sealed class ClosedLoop(Contender contender, int connections, IncomingCallEvents events, CallTimes times)
{
    private static readonly MediaTypeHeaderValue Json = new("application/json", "utf-8");

    /// <exception cref="InvalidOperationException">A call failed: then there is nothing to measure.</exception>
    public async Task<Round> RunAsync(TimeSpan length, CancellationToken cancellation)
    {
        using var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = connections, UseProxy = false });
        client.DefaultRequestHeaders.Add("aeg-event-type", "Notification");
        client.DefaultRequestHeaders.Authorization = contender.Token is { } token ? new("Bearer", token) : null;

        using var process = Process.GetProcessById(contender.ProcessId);
        var processorTime = process.TotalProcessorTime;
        var started = Stopwatch.GetTimestamp();
        var calls = await Task.WhenAll(Enumerable.Range(0, connections)
            .Select(_ => Task.Run(() => KeepCallingAsync(client, started, length, cancellation), cancellation)));
        var elapsed = Stopwatch.GetElapsedTime(started);

        process.Refresh();
        return Round.Of([.. calls.SelectMany(each => each).Select(times.Latency)], elapsed, process.TotalProcessorTime - processorTime);
    }

    private async Task<List<int>> KeepCallingAsync(HttpClient client, long started, TimeSpan length, CancellationToken cancellation)
    {
        var calls = new List<int>();
        while (Stopwatch.GetElapsedTime(started) < length)
        {
            var call = times.Next();
            await CallAsync(client, call, cancellation);
            calls.Add(call);
        }

        return calls;
    }

    private async Task CallAsync(HttpClient client, int call, CancellationToken cancellation)
    {
        using var content = new ByteArrayContent(events.Delivery(call)) { Headers = { ContentType = Json } };
        times.Send(call);
        using var answer = await client.PostAsync(contender.Endpoint, content, cancellation);
        if (!answer.IsSuccessStatusCode)
        {
            throw new InvalidOperationException($"{contender.Name} answered call {call} with {(int)answer.StatusCode}.");
        }
    }
}

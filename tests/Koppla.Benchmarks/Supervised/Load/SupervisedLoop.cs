using System.Diagnostics;
using System.Net.Http.Headers;
using Koppla.Benchmarks.Calls;
using Koppla.Benchmarks.Calls.Load;
using Koppla.Benchmarks.Supervised.Provider;
using Koppla.Benchmarks.Supervised.Report;

namespace Koppla.Benchmarks.Supervised.Load;

/// <summary>Keeps a number of supervised calls going: the next begins when the last is recorded. The events of a call come one after the other, as the provider sends them.</summary>
internal sealed class SupervisedLoop(
    Contender contender, int connections, CommandSink provider, IncomingCallEvents incoming, CallEventBodies bodies)
{
    private static readonly MediaTypeHeaderValue Json = new("application/json", "utf-8");

    /// <param name="token">Of the provider's events.</param>
    /// <exception cref="InvalidOperationException">A call went wrong: then there is nothing to measure.</exception>
    public async Task<SupervisedRound> RunAsync(TimeSpan length, string token, CancellationToken cancellation)
    {
        using var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = connections, UseProxy = false });
        client.DefaultRequestHeaders.Add("aeg-event-type", "Notification");
        client.DefaultRequestHeaders.Authorization = new("Bearer", token);

        using var process = Process.GetProcessById(contender.ProcessId);
        var processorTime = process.TotalProcessorTime;
        var started = Stopwatch.GetTimestamp();
        var calls = await Task.WhenAll(Enumerable.Range(0, connections)
            .Select(_ => Task.Run(() => KeepCallingAsync(client, started, length, cancellation), cancellation)));
        var elapsed = Stopwatch.GetElapsedTime(started);

        process.Refresh();
        return SupervisedRound.Of([.. calls.SelectMany(each => each)], elapsed, process.TotalProcessorTime - processorTime);
    }

    private async Task<List<OngoingCall>> KeepCallingAsync(HttpClient client, long started, TimeSpan length, CancellationToken cancellation)
    {
        var calls = new List<OngoingCall>();
        while (Stopwatch.GetElapsedTime(started) < length)
        {
            var call = provider.Begin();
            await PlayAsync(client, call, cancellation);
            provider.End(call);
            call.Check();
            calls.Add(call);
        }

        return calls;
    }

    private async Task PlayAsync(HttpClient client, OngoingCall call, CancellationToken cancellation)
    {
        var delivery = incoming.Delivery(call.Number);
        call.SendEvent();
        await PostAsync(client, contender.Endpoint, delivery, cancellation);
        await PostAsync(client, call.Callback, bodies.Connected(call), cancellation);

        var busy = bodies.FirstIsBusy(call);
        call.SendFailure();
        await PostAsync(client, call.Callback, busy, cancellation);
        await PostAsync(client, call.Callback, bodies.SecondAnswers(call), cancellation);
        await PostAsync(client, call.Callback, bodies.SecondHangsUp(call), cancellation);
        await PostAsync(client, call.Callback, bodies.Disconnected(call), cancellation);
    }

    private async Task PostAsync(HttpClient client, Uri to, byte[] body, CancellationToken cancellation)
    {
        using var content = new ByteArrayContent(body) { Headers = { ContentType = Json } };
        using var answer = await client.PostAsync(to, content, cancellation);
        if (!answer.IsSuccessStatusCode)
        {
            throw new InvalidOperationException($"{contender.Name} answered {(int)answer.StatusCode} at {to.AbsolutePath}.");
        }
    }
}

using System.Globalization;

namespace Koppla.Simulator;

/// <summary>The one HTTP client with which the simulator calls the application.</summary>
internal sealed class Outbound(TimeProvider time) : IDisposable
{
    private readonly HttpClient client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    /// <summary>Sends a request; no answer in time, or none at all, is an answer with status 0.</summary>
    public async Task<OutboundReply> SendAsync(Func<HttpRequestMessage> make, TimeSpan timeout, CancellationToken stopping)
    {
        var start = time.GetTimestamp();
        using var timer = new CancellationTokenSource(timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stopping, timer.Token);
        try
        {
            using var request = make();
            using var response = await client.SendAsync(request, either.Token);
            var origins = response.Headers.TryGetValues("WebHook-Allowed-Origin", out var values) ? values.ToArray() : [];
            var body = await response.Content.ReadAsStringAsync(either.Token);
            return new((int)response.StatusCode, Elapsed().ToString("0", CultureInfo.InvariantCulture) + " ms", body, origins);
        }
        catch (OperationCanceledException) when (!stopping.IsCancellationRequested)
        {
            return new(0, $"no answer in {timeout.TotalSeconds:0.#} s", "", []);
        }
        catch (HttpRequestException exception)
        {
            return new(0, exception.HttpRequestError.ToString(), "", []);
        }
        catch (IOException)
        {
            return new(0, "connection lost", "", []);
        }

        double Elapsed() => time.GetElapsedTime(start).TotalMilliseconds;
    }

    public void Dispose() => client.Dispose();
}

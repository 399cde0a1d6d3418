using System.Net;
using Polly;
using Polly.Retry;

namespace Koppla.Cli.Api;

/// <summary>
/// Sends again what the server was too busy for (429, 503), after the time that it asks for, or else after 1, 2 and 4 seconds. A try may
/// take 100 seconds.
/// </summary>
internal sealed class RetryHandler(HttpMessageHandler inner, TimeProvider time, Action<string> tell) : DelegatingHandler(inner)
{
    private const int Retries = 3;

    /// <summary>Who is to wait longer is told so instead.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(100);

    private readonly ResiliencePipeline<HttpResponseMessage> tries = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = time }
        .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
        {
            MaxRetryAttempts = Retries,
            BackoffType = DelayBackoffType.Exponential,
            Delay = TimeSpan.FromSeconds(1),
            ShouldHandle = arguments => ValueTask.FromResult(
                arguments.Outcome.Result is { } response && IsBusy(response) && !(RetryAfter.Of(response, time) > LongestWait)),
            DelayGenerator = arguments => ValueTask.FromResult(RetryAfter.Of(arguments.Outcome.Result!, time)),
            OnRetry = arguments =>
            {
                tell($"The server is busy ({(int)arguments.Outcome.Result!.StatusCode}); trying again in {arguments.RetryDelay.TotalSeconds:0.#} s.");
                return ValueTask.CompletedTask;
            },
        })
        .AddTimeout(Limit)
        .Build();

    public static bool IsBusy(HttpResponseMessage response) =>
        response.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable;

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        tries.ExecuteAsync(async token => await base.SendAsync(request, token), cancellationToken).AsTask();
}

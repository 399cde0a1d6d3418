using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.Options;
using NodaTime;
using NodaTime.Extensions;

namespace Koppla.Functions.ChangeEvents;

/// <summary>
/// Sends events to receivers, whose addresses anybody may have chosen: it connects to public addresses only, follows nothing, sends
/// nothing of ours but the event, and hardly reads what is answered.
/// </summary>
internal sealed class WebhookClient : IDisposable
{
    /// <summary>How long a receiver may take, connecting included.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    private const int MaxHeaderKilobytes = 16;

    /// <summary>What is read of an answer's body so that the connection can be used again, in bytes.</summary>
    private const int MaxDrained = 4096;

    private readonly HttpClient http;
    private readonly IClock clock;
    private readonly TimeProvider time;

    public WebhookClient(IOptions<WebhookOptions> options, IClock clock, TimeProvider time)
    {
        this.clock = clock;
        this.time = time;
        var allowLoopback = options.Value.AllowLoopback;
        http = new HttpClient(new SocketsHttpHandler
        {
            ActivityHeadersPropagator = null,
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.None,
            ConnectCallback = (context, cancellation) => PublicConnection.OpenAsync(context.DnsEndPoint, allowLoopback, cancellation),
            Credentials = null,
            MaxResponseDrainSize = MaxDrained,
            MaxResponseHeadersLength = MaxHeaderKilobytes,
            PooledConnectionLifetime = TimeSpan.FromMinutes(1),
            ResponseDrainTimeout = TimeSpan.FromSeconds(1),
            UseCookies = false,
            UseProxy = false,
        })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
    }

    public async Task<DeliveryResult> SendAsync(Webhook webhook, string id, byte[] body, CancellationToken cancellationToken)
    {
        using var request = RequestOf(webhook, id, body);
        using var limit = new TimeLimit(Limit, time, cancellationToken);
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            return ResultOf(response);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new DeliveryResult(null, "timeout");
        }
        catch (HttpRequestException failure)
        {
            return new DeliveryResult(null, failure.InnerException is AddressNotPublicException
                ? "address-not-public"
                : JsonNamingPolicy.KebabCaseLower.ConvertName(failure.HttpRequestError.ToString()));
        }
    }

    public void Dispose() => http.Dispose();

    private HttpRequestMessage RequestOf(Webhook webhook, string id, byte[] body)
    {
        var now = clock.GetCurrentInstant();
        return new HttpRequestMessage(HttpMethod.Post, webhook.Url)
        {
            Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue(ChangeEvent.MediaType, "utf-8") } },
            Headers =
            {
                { "User-Agent", "Koppla" },
                { "webhook-id", id },
                { "webhook-timestamp", WebhookSignature.TimestampOf(now) },
                { "webhook-signature", WebhookSignature.Of(webhook.SecretsAt(now), id, now, body) },
            },
        };
    }

    private DeliveryResult ResultOf(HttpResponseMessage response)
    {
        var status = (int)response.StatusCode;
        return response.IsSuccessStatusCode
            ? new DeliveryResult(status, null)
            : new DeliveryResult(status, $"status-{status}", RetryAfterOf(response.Headers.RetryAfter));
    }

    private Duration? RetryAfterOf(RetryConditionHeaderValue? asked) => asked switch
    {
        { Delta: { } delta } => delta.ToDuration(),
        { Date: { } date } => Instant.FromDateTimeOffset(date) - clock.GetCurrentInstant(),
        _ => null,
    };
}

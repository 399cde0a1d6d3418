using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Azure.Messaging;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Koppla.Standins.Tests.FunctionsWorker;

public sealed class EventGridTests
{
    private const string Url = "/runtime/webhooks/eventgrid?functionName=OnEvent&code=" + TestHost.EventGridKey;
    private const string Event =
        """{"id":"1","subject":"s","eventType":"Example","eventTime":"2026-01-01T10:00:01.0000000Z","data":{"n":1},"dataVersion":"1"}""";

    private static readonly (string, string) notification = ("aeg-event-type", "Notification");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("", 401)]
    [InlineData("&code=nonsense", 401)]
    [InlineData("&code=" + TestHost.HostKey, 403)]
    [InlineData("&code=" + TestHost.MasterKey, 202)]
    [InlineData("&code=" + TestHost.EventGridKey, 202)]
    public async Task The_webhook_needs_its_system_key_or_the_master_key(string code, int expected)
    {
        await using var host = await StartAsync();

        Assert.Equal(expected, await PostAsync(host, $"[{Event}]", "/runtime/webhooks/eventgrid?functionName=OnEvent" + code));
    }

    [Theory]
    [InlineData("/RUNTIME/webhooks/EventGrid?functionName=OnEvent&code=" + TestHost.EventGridKey, 202)] // the path in any case
    [InlineData("/runtime/webhooks/eventgrid?functionName=onevent&code=" + TestHost.EventGridKey, 404)] // the name in this case only
    [InlineData("/runtime/webhooks/eventgrid?code=" + TestHost.EventGridKey, 404)]
    public async Task The_function_is_found_by_its_exact_name(string url, int expected)
    {
        await using var host = await StartAsync();

        Assert.Equal(expected, await PostAsync(host, $"[{Event}]", url));
    }

    [Fact]
    public async Task A_function_that_is_not_there_is_told()
    {
        await using var host = await StartAsync();

        using var response = await host.SendAsync("POST", Url.Replace("OnEvent", "Nobody", StringComparison.Ordinal), Json("[]"), notification);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("cannot find function: 'Nobody'", await response.Content.ReadAsStringAsync(Token));
    }

    [Fact]
    public async Task A_disabled_function_is_404()
    {
        await using var host = await StartAsync("--AzureWebJobs.OnEvent.Disabled=true");

        Assert.Equal(404, await PostAsync(host, $"[{Event}]"));
    }

    [Theory]
    [InlineData("[]", 202, 0)]
    [InlineData($"[{Event}]", 202, 1)]
    [InlineData($"[{Event},{Event},{Event}]", 202, 3)]
    [InlineData(Event, 202, 1)] // one object instead of an array
    [InlineData("not json", 500, 0)]
    [InlineData("[1]", 500, 0)]
    [InlineData("", 500, 0)]
    public async Task Each_event_of_a_delivery_is_one_invocation(string body, int expected, int invocations)
    {
        await using var host = await StartAsync();

        Assert.Equal(expected, await PostAsync(host, body));
        Assert.Equal(invocations, Received(host).Texts.Count);
    }

    [Theory]
    [InlineData("application/json; charset=utf-8", 202)]
    [InlineData("application/cloudevents-batch+json", 202)]
    [InlineData("application/x-www-form-urlencoded", 500)]
    public async Task A_delivery_must_be_json(string contentType, int expected)
    {
        await using var host = await StartAsync();

        Assert.Equal(expected, await PostAsync(host, $"[{Event}]", contentType: contentType));
    }

    [Theory]
    [InlineData(null, 400)]
    [InlineData("Gossip", 400)]
    [InlineData("Unsubscribe", 202)]
    [InlineData("notification", 202)]
    public async Task The_event_type_header_says_what_is_wanted(string? type, int expected)
    {
        await using var host = await StartAsync();
        (string, string)[] headers = type is null ? [] : [("aeg-event-type", type)];

        using var response = await host.SendAsync("POST", Url, Json("[]"), headers);

        Assert.Equal(expected, (int)response.StatusCode);
    }

    [Fact]
    public async Task The_host_answers_the_validation_handshake_itself()
    {
        await using var host = await StartAsync();
        using var body = Json("""[{"id":"1","eventType":"Microsoft.EventGrid.SubscriptionValidationEvent","data":{"validationCode":"A-\"1"}}]""");

        using var response = await host.SendAsync("POST", Url, body, ("aeg-event-type", "SubscriptionValidation"));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("""{"validationResponse":"A-\u00221"}""", await response.Content.ReadAsStringAsync(Token));
        Assert.Empty(Received(host).Texts);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("[{}]")]
    [InlineData("nonsense")]
    public async Task A_validation_without_a_code_is_500(string body)
    {
        await using var host = await StartAsync();

        using var response = await host.SendAsync("POST", Url, Json(body), ("aeg-event-type", "SubscriptionValidation"));

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
    }

    [Fact]
    public async Task The_host_answers_the_abuse_check_of_cloud_events_itself()
    {
        await using var host = await StartAsync();

        using var response = await host.SendAsync("OPTIONS", Url, body: null, ("WebHook-Request-Origin", "eventgrid.example"));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("eventgrid.example", Assert.Single(response.Headers.GetValues("WebHook-Allowed-Origin")));
        Assert.Equal(HttpStatusCode.BadRequest, await host.StatusAsync("OPTIONS", Url));
        Assert.Equal(
            HttpStatusCode.Unauthorized,
            await host.StatusAsync("OPTIONS", "/runtime/webhooks/eventgrid?functionName=OnEvent", ("WebHook-Request-Origin", "x")));
        Assert.Empty(Received(host).Texts);
    }

    [Fact]
    public async Task The_text_of_an_event_is_written_anew()
    {
        await using var host = await StartAsync();

        await PostAsync(host, $"[ {Event.Replace(",", " ,\n ", StringComparison.Ordinal)} ]");

        Assert.Equal(
            """{"id":"1","subject":"s","eventType":"Example","eventTime":"2026-01-01T10:00:01Z","data":{"n":1},"dataVersion":"1"}""",
            Assert.Single(Received(host).Texts));
    }

    [Fact]
    public async Task The_events_of_a_delivery_run_at_the_same_time_and_the_answer_waits_for_all()
    {
        await using var host = await StartAsync();
        var received = Received(host);

        var answer = PostAsync(host, """[{"id":"meet"},{"id":"meet"}]"""); // each waits until the other has begun

        await received.Met.Task.WaitAsync(TimeSpan.FromSeconds(20), Token);
        Assert.False(answer.IsCompleted);
        received.Release.SetResult();
        Assert.Equal(202, await answer);
    }

    [Fact]
    public async Task One_failing_event_makes_the_delivery_500_though_the_others_have_run()
    {
        await using var host = await StartAsync();

        Assert.Equal(500, await PostAsync(host, $$"""[{"id":"fail"},{{Event}}]"""));
        Assert.Single(Received(host).Texts);
        Assert.Contains(host.Log.Lines(LogLevel.Error), line => line.Contains("'OnEvent' failed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_cloud_event_as_text_is_fine()
    {
        await using var host = await StartAsync();

        Assert.Equal(202, await PostAsync(host, """{"specversion":"1.0","id":"1","type":"t","source":"/s","time":"2026-01-01T10:00:01.50Z"}"""));
        Assert.Contains("10:00:01.5Z", Assert.Single(Received(host).Texts), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("AsBytes", Event, 202)]
    [InlineData("AsCloudEvent", """{"specversion":"1.0","id":"1","type":"t","source":"/s"}""", 202)]
    [InlineData("AsCloudEvent", Event, 500)]
    public async Task Other_types_are_made_of_the_text(string function, string body, int expected)
    {
        await using var host = await StartAsync();

        Assert.Equal(expected, await PostAsync(host, body, Url.Replace("OnEvent", function, StringComparison.Ordinal)));
        Assert.Equal(expected == 202 ? 1 : 0, Received(host).Texts.Count);
    }

    [Fact]
    public async Task Each_event_has_services_and_a_context_of_its_own()
    {
        await using var host = await StartAsync();

        Assert.Equal(202, await PostAsync(host, $"[{Event},{Event}]", Url.Replace("OnEvent", "InScope", StringComparison.Ordinal)));

        var received = Received(host);
        Assert.Equal(4, received.Texts.Distinct(StringComparer.Ordinal).Count()); // two invocation ids, two scopes
        Assert.Equal(2, received.Disposed);
    }

    private static Task<TestHost> StartAsync(params string[] args) => TestHost.StartAsync(new TestApp
    {
        Functions = [typeof(Functions)],
        Args = args,
        Configure = builder => builder.Services.AddSingleton<ReceivedEvents>().AddScoped<Scoped>(),
    });

    private static ReceivedEvents Received(TestHost host) => host.Host.Services.GetRequiredService<ReceivedEvents>();

    private static StringContent Json(string body, string contentType = "application/json")
    {
        var content = new StringContent(body, Encoding.UTF8);
        content.Headers.Remove("Content-Type");
        content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        return content;
    }

    private static async Task<int> PostAsync(TestHost host, string body, string url = Url, string contentType = "application/json")
    {
        using var response = await host.SendAsync("POST", url, Json(body, contentType), notification);
        return (int)response.StatusCode;
    }

    private sealed class ReceivedEvents
    {
        private int disposed;
        private int waiting;

        public ConcurrentQueue<string> Texts { get; } = new();

        public TaskCompletionSource Met { get; } = new();

        public TaskCompletionSource Release { get; } = new();

        public int Disposed => disposed;

        public void CountDisposed() => Interlocked.Increment(ref disposed);

        public async Task MeetAsync()
        {
            if (Interlocked.Increment(ref waiting) == 2)
            {
                Met.SetResult();
            }

            await Release.Task;
        }
    }

    private sealed class Scoped(ReceivedEvents received) : IDisposable
    {
        public Guid Id { get; } = Guid.NewGuid();

        public void Dispose() => received.CountDisposed();
    }

    private sealed class Functions(ReceivedEvents received)
    {
        [Function("OnEvent")]
        public Task OnEvent([EventGridTrigger] string text)
        {
            if (text.Contains("\"fail\"", StringComparison.Ordinal))
            {
                throw new InvalidOperationException("told to");
            }

            if (text.Contains("\"meet\"", StringComparison.Ordinal))
            {
                return received.MeetAsync();
            }

            received.Texts.Enqueue(text);
            return Task.CompletedTask;
        }

        [Function("AsBytes")]
        public void AsBytes([EventGridTrigger] BinaryData data) => received.Texts.Enqueue(data.ToString());

        [Function("AsCloudEvent")]
        public void AsCloudEvent([EventGridTrigger] CloudEvent cloudEvent) => received.Texts.Enqueue(cloudEvent.Id);

        [Function("InScope")]
        public void InScope([EventGridTrigger] string text, FunctionContext context)
        {
            received.Texts.Enqueue(context.InvocationId);
            received.Texts.Enqueue(context.InstanceServices.GetRequiredService<Scoped>().Id.ToString());
        }
    }
}

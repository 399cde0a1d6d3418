using System.Text.RegularExpressions;
using Koppla.Simulator.Calls;
using Koppla.Simulator.EventGrid;
using Koppla.Simulator.Faults;

namespace Koppla.Simulator.Tests.EventGrid;

public sealed partial class DeliveryTest
{
    [Fact]
    public async Task Row_12_the_event_grid_schema_is_an_array_with_its_headers()
    {
        await using var world = await World.StartAsync();

        var (call, _) = await world.RingAsync(new() { From = World.A, To = World.B, SipHeaders = new Dictionary<string, string>(StringComparer.Ordinal) { ["User-To-User"] = "56a390f3;encoding=hex" } });
        var delivery = Assert.Single(world.Webhook.Received);

        Assert.Matches(GridShape(), delivery.Body);
        Assert.Contains(call.Id, delivery.Body, StringComparison.Ordinal);
        Assert.Equal(
            ("Notification", "app", "0", "1.0", "1", "application/json; charset=utf-8", "/events?code=secret"),
            (delivery.Headers["aeg-event-type"], delivery.Headers["aeg-subscription-name"], delivery.Headers["aeg-delivery-count"], delivery.Headers["aeg-data-version"],
             delivery.Headers["aeg-metadata-version"], delivery.Headers["Content-Type"], delivery.Path));
    }

    [Fact]
    public async Task Row_12_the_cloud_events_schema_is_one_object()
    {
        await using var world = await World.StartAsync(subscribe: false);
        await world.SubscribeAsync(new Subscription { Name = "cloud", Endpoint = world.Webhook.Events, Schema = EventSchema.CloudEvents, EntraAudience = "api://koppla" });

        await world.RingAsync(new() { From = null, To = World.B });
        var delivery = Assert.Single(world.Webhook.Received);

        Assert.Matches(CloudShape(), delivery.Body);
        Assert.Equal("application/cloudevents+json", delivery.Headers["Content-Type"]);
        Assert.StartsWith("Bearer ey", delivery.Headers["Authorization"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(EventSchema.EventGrid)]
    [InlineData(EventSchema.CloudEvents)]
    public async Task Row_12_an_endpoint_that_does_not_shake_hands_gets_no_events(EventSchema schema)
    {
        await using var world = await World.StartAsync(subscribe: false);
        world.Webhook.AcceptsHandshake = false;

        var problem = await Assert.ThrowsAsync<SubscriptionValidationException>(
            () => world.SubscribeAsync(new Subscription { Name = "app", Endpoint = world.Webhook.Events, Schema = schema }));

        Assert.StartsWith("app: ", problem.Message, StringComparison.Ordinal);
        Assert.Empty(world.Simulator.EventGrid.Subscriptions);
    }

    [Fact]
    public async Task Row_12_a_failed_delivery_is_tried_again_with_its_count()
    {
        await using var world = await World.StartAsync();
        var attempts = 0;
        world.Webhook.Incoming = _ => Task.FromResult(Interlocked.Increment(ref attempts) == 1 ? 503 : 202);

        await world.RingAsync();
        var second = await world.Webhook.NextAsync("IncomingCall");

        Assert.Equal("1", second.Headers["aeg-delivery-count"]);
        Assert.Empty(world.Simulator.EventGrid.DeadLetters);
    }

    [Theory]
    [InlineData(400, 1, "400 is not tried again")]
    [InlineData(401, 1, "401 is not tried again")]
    [InlineData(413, 1, "413 is not tried again")]
    [InlineData(500, 2, "MaxDeliveryAttemptsExceeded")]
    [InlineData(206, 2, "MaxDeliveryAttemptsExceeded")]
    public async Task Row_12_what_is_given_up_becomes_a_dead_letter(int status, int attempts, string reason)
    {
        await using var world = await World.StartAsync();
        world.Webhook.Incoming = _ => Task.FromResult(status);

        var (call, _) = await world.RingAsync();
        var letter = await DeadLetterAsync(world);

        Assert.Equal(("app", call.Id, reason, attempts, status), (letter.Subscription, letter.CorrelationId, letter.Reason, letter.Attempts, letter.LastStatus));
        Assert.Equal(attempts, world.Webhook.Received.Count);
    }

    [Fact]
    public async Task Row_12_an_event_that_has_outlived_its_time_is_not_tried_again()
    {
        await using var world = await World.StartAsync(subscribe: false);
        world.Webhook.Incoming = _ => Task.FromResult(500);
        await world.SubscribeAsync(new Subscription
        {
            Name = "app",
            Endpoint = world.Webhook.Events,
            MaxDeliveryAttempts = 30,
            TimeToLive = TimeSpan.FromMilliseconds(1),
            RetryDelay = TimeSpan.FromMilliseconds(10),
        });

        await world.RingAsync();

        Assert.Equal("TimeToLiveExceeded", (await DeadLetterAsync(world)).Reason);
    }

    [Fact]
    public async Task An_answer_that_does_not_come_in_time_is_a_failure()
    {
        await using var world = await World.StartAsync(subscribe: false);
        world.Webhook.Incoming = async http =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, http.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return 200;
        };
        await world.SubscribeAsync(new Subscription
        {
            Name = "app",
            Endpoint = world.Webhook.Events,
            MaxDeliveryAttempts = 1,
            AnswerTimeout = TimeSpan.FromSeconds(1),
        });

        await world.Simulator.Calls.PlaceAsync(new() { From = World.A, To = World.B }, TestContext.Current.CancellationToken);

        Assert.Equal(0, (await DeadLetterAsync(world)).LastStatus);
    }

    [Fact]
    public async Task Only_subscriptions_for_the_called_number_are_told()
    {
        await using var world = await World.StartAsync();
        await world.SubscribeAsync(new Subscription { Name = "other", Endpoint = world.Webhook.Events, NumberPrefixes = ["+4631"] });
        await world.SubscribeAsync(new Subscription { Name = "same", Endpoint = world.Webhook.Events, NumberPrefixes = ["+4631", "+46812"] });

        await world.RingAsync();
        await world.Webhook.NextAsync("IncomingCall");

        Assert.Equal("app same", string.Join(' ', world.Webhook.Received.Select(one => one.Headers["aeg-subscription-name"]).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task An_event_can_come_twice_with_the_same_id()
    {
        await using var world = await World.StartAsync();
        world.Simulator.Faults.EventGrid.Add(new DeliveryFault { Duplicates = 2 });

        await world.RingAsync();
        await world.Webhook.NextAsync("IncomingCall");
        await world.Webhook.NextAsync("IncomingCall");

        Assert.Single(world.Webhook.Received.Select(one => one.Body).Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_dropped_event_never_comes_and_a_held_one_is_overtaken()
    {
        await using var world = await World.StartAsync();
        world.Simulator.Faults.EventGrid.Add(new DeliveryFault { Drop = true });
        world.Simulator.Faults.EventGrid.Add(new DeliveryFault { HoldBack = TimeSpan.FromSeconds(1) });
        var cancellation = TestContext.Current.CancellationToken;
        var dropped = await world.Simulator.Calls.PlaceAsync(new() { From = World.A, To = World.B }, cancellation);
        var held = await world.Simulator.Calls.PlaceAsync(new() { From = World.A, To = World.B }, cancellation);
        var third = await world.Simulator.Calls.PlaceAsync(new() { From = World.A, To = World.B }, cancellation);

        var order = new[] { await world.Webhook.NextAsync("IncomingCall"), await world.Webhook.NextAsync("IncomingCall") };

        Assert.Equal((third.Id, held.Id), (order[0].Text("correlationId"), order[1].Text("correlationId")));
        Assert.Equal(CallPhase.Ringing, dropped.State);
    }

    private static async Task<DeadLetter> DeadLetterAsync(World world)
    {
        var call = world.Simulator.Calls.All[^1];
        await World.Within(call.WaitForAsync(_ => call.Timeline.Any(IsGivenUp), TestContext.Current.CancellationToken));
        return Assert.Single(world.Simulator.EventGrid.DeadLetters, letter => string.Equals(letter.CorrelationId, call.Id, StringComparison.Ordinal));

        static bool IsGivenUp(TimelineEntry entry) => entry.Text.StartsWith("IncomingCall given up", StringComparison.Ordinal);
    }

    [GeneratedRegex("""^\[\{"id":"[^"]{36}","topic":"/subscriptions/[^"]+","subject":"/caller/4:\+46709990001/recipient/4:\+46812340000","data":\{"to":\{"kind":"phoneNumber","rawId":"4:\+46812340000","phoneNumber":\{"value":"\+46812340000"\}\},"from":\{"kind":"phoneNumber","rawId":"4:\+46709990001","phoneNumber":\{"value":"\+46709990001"\}\},"serverCallId":"[^"]+","callerDisplayName":"","customContext":\{"sipHeaders":\{"User-To-User":"56a390f3;encoding=hex"\},"voipHeaders":\{\}\},"incomingCallContext":"ey[^"]+\.","correlationId":"[^"]{36}"\},"eventType":"Microsoft.Communication.IncomingCall","dataVersion":"1.0","metadataVersion":"1","eventTime":"[-0-9]{10}T[:0-9]{8}\.[0-9]{7}Z"\}\]$""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex GridShape();

    [GeneratedRegex("""^\{"id":"[^"]{36}","source":"/subscriptions/[^"]+","subject":"/caller/4:anonymous/recipient/4:\+46812340000","type":"Microsoft.Communication.IncomingCall","time":"[^"]+Z","specversion":"1.0","data":\{"to":\{[^}]+\}\},"from":\{"kind":"phoneNumber","rawId":"4:anonymous","phoneNumber":\{"value":"anonymous","isAnonymous":true\}\},"serverCallId":"[^"]+","callerDisplayName":"","incomingCallContext":"[^"]+","correlationId":"[^"]{36}"\}\}$""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CloudShape();
}

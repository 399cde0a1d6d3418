using System.Net.Sockets;
using Koppla.Functions.Audit;
using Koppla.Functions.ChangeEvents;
using Koppla.Functions.Tests.IncomingCalls;
using Koppla.Routing;
using NodaTime;

namespace Koppla.Functions.Tests.ChangeEvents;

public sealed class DeliveryTests : IAsyncLifetime
{
    private EventStage stage = null!;

    public async ValueTask InitializeAsync() => stage = await EventStage.OpenAsync();

    public ValueTask DisposeAsync() => stage.DisposeAsync();

    [Fact]
    public async Task A_change_is_delivered_once_signed_and_then_out_of_the_journal()
    {
        var change = await stage.ChangeAsync();
        Assert.Equal([change.Id], stage.Journal);

        await stage.DeliverAsync();
        stage.Pass(Duration.FromHours(1));
        await stage.DeliverAsync();

        var received = Assert.Single(stage.Receiver.Taken());
        Assert.Equal(change.Id, received.Id);
        Assert.Equal("application/cloudevents+json; charset=utf-8", received.ContentType);
        Assert.Equal(change.Id, received.Json["id"]!.GetValue<string>());
        Assert.Equal($"{change.At.ToUnixTimeSeconds()}", received.Timestamp);
        Assert.True(received.IsSignedWith(EventStage.Secret));
        Assert.False(received.IsSignedWith("whsec_AAAA"));
        Assert.Empty(stage.Journal);
    }

    [Fact]
    public async Task The_request_that_makes_a_change_does_not_wait_for_the_receiver()
    {
        stage.Receiver.Answer = context => Task.Delay(Timeout.Infinite, context.RequestAborted);

        await stage.ChangeAsync();

        Assert.Empty(stage.Receiver.Taken());
    }

    [Fact]
    public async Task Changes_of_one_object_are_sent_oldest_first()
    {
        var changes = new List<string>();
        for (var i = 0; i < 10; i++)
        {
            changes.Add((await stage.ChangeAsync()).Id);
            stage.Pass(Duration.FromMilliseconds(1));
        }

        await stage.DeliverAsync();

        Assert.Equal(changes, stage.Receiver.Taken().Select(received => received.Id));
    }

    [Fact]
    public async Task What_follows_a_change_that_is_not_taken_waits_for_the_next_round()
    {
        await stage.ChangeAsync();
        stage.Pass(Duration.FromMilliseconds(1));
        await stage.ChangeAsync();
        stage.Receiver.Answer = Receiver.Status(500);

        await stage.DeliverAsync();

        Assert.Single(stage.Receiver.Taken());
    }

    [Fact]
    public async Task A_change_that_nobody_is_told_of_is_not_kept()
    {
        await stage.ChangeAsync(Numbers.Reserved, action: "transfer-policy-changed");

        Assert.Empty(stage.Journal);
    }

    [Fact]
    public async Task Without_an_enabled_webhook_no_change_is_kept()
    {
        stage.Put(stage.Webhook with { Enabled = false });
        await stage.ChangeAsync();
        await stage.ChangeAsync(new OrganisationId(Guid.NewGuid()));

        Assert.Empty(stage.Journal);
    }

    [Theory]
    [InlineData(401)]
    [InlineData(404)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task An_event_that_is_not_taken_comes_again_later_with_the_same_id(int status)
    {
        var change = await stage.ChangeAsync();
        stage.Receiver.Answer = Receiver.Status(status);
        await stage.DeliverAsync();
        var first = Assert.Single(stage.Receiver.Taken());

        stage.Pass(Duration.FromSeconds(9));
        await stage.DeliverAsync();
        Assert.Empty(stage.Receiver.Taken());

        stage.Receiver.Answer = Receiver.Status(200);
        stage.Pass(Duration.FromSeconds(4));
        await stage.DeliverAsync();

        var second = Assert.Single(stage.Receiver.Taken());
        Assert.Equal((change.Id, change.Id), (first.Id, second.Id));
        Assert.Equal(first.Body, second.Body);
        Assert.NotEqual(first.Signatures, second.Signatures);
        Assert.True(second.IsSignedWith(EventStage.Secret));
        Assert.Empty(stage.Journal);
    }

    [Fact]
    public async Task A_receiver_that_does_not_answer_is_waited_for_ten_seconds()
    {
        await stage.ChangeAsync();
        stage.Receiver.Answer = context => Task.Delay(Timeout.Infinite, context.RequestAborted);

        var delivery = stage.DeliverAsync();
        await stage.Receiver.NextAsync();
        stage.Pass(Duration.FromSeconds(9));
        Assert.False(delivery.IsCompleted);
        stage.Pass(Duration.FromSeconds(1));
        await delivery;

        Assert.Equal(1, stage.Outstanding.Attempts);
    }

    [Fact]
    public async Task A_connection_that_is_reset_or_refused_is_a_failure_like_any_other()
    {
        await stage.ChangeAsync();
        stage.Receiver.Answer = context =>
        {
            context.Abort();
            return Task.CompletedTask;
        };
        await stage.DeliverAsync();
        Assert.Equal(1, stage.Outstanding.Attempts);

        using var nobody = new TcpListener(System.Net.IPAddress.Loopback, 0);
        nobody.Start();
        stage.Put(stage.Webhook with { Url = new Uri($"http://{nobody.LocalEndpoint}/") });
        nobody.Stop();
        stage.Pass(Duration.FromMinutes(1));
        await stage.DeliverAsync();

        Assert.Equal(2, stage.Outstanding.Attempts);
    }

    [Fact]
    public async Task A_receiver_is_left_alone_as_long_as_it_says()
    {
        await stage.ChangeAsync();
        stage.Receiver.Answer = Receiver.Status(503, retryAfter: "600");

        await stage.DeliverAsync();

        Assert.Equal(stage.Get<IClock>().GetCurrentInstant() + Duration.FromMinutes(10), stage.Outstanding.NextTry);
    }

    [Fact]
    public async Task A_redirection_is_not_followed()
    {
        await using var other = await Receiver.StartAsync();
        await stage.ChangeAsync();
        stage.Receiver.Answer = context =>
        {
            context.Response.Headers.Location = other.Url.AbsoluteUri;
            return Receiver.Status(307)(context);
        };

        await stage.DeliverAsync();

        Assert.Equal(1, stage.Outstanding.Attempts);
        Assert.Empty(other.Taken());
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("127.0.0.1")]
    public async Task What_leads_to_this_machine_is_not_connected_to_unless_the_settings_say_so(string host)
    {
        await stage.ChangeAsync();
        var webhook = stage.Webhook with { Url = new UriBuilder(stage.Receiver.Url) { Host = host }.Uri };
        stage.Put(webhook);
        stage.StartProcess(allowLoopback: false);

        await stage.DeliverAsync();
        var tried = await stage.Get<WebhookClient>().SendAsync(webhook, "1", [], TestContext.Current.CancellationToken);

        Assert.Equal(new DeliveryResult(null, "address-not-public"), tried);
        Assert.Equal(1, stage.Outstanding.Attempts);
        Assert.Empty(stage.Receiver.Taken());
    }

    [Fact]
    public async Task A_receiver_without_a_certificate_that_is_trusted_gets_nothing()
    {
        var webhook = stage.Webhook with { Url = new UriBuilder(stage.Receiver.Url) { Scheme = "https" }.Uri };

        var tried = await stage.Get<WebhookClient>().SendAsync(webhook, "1", [], TestContext.Current.CancellationToken);

        Assert.Equal(new DeliveryResult(null, "secure-connection-error"), tried);
    }

    [Fact]
    public async Task An_answer_is_not_read_to_its_end()
    {
        await stage.ChangeAsync();
        stage.Receiver.Answer = async context =>
        {
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.Body.WriteAsync(new byte[65536]);
            }
        };

        await stage.DeliverAsync();

        Assert.Empty(stage.Journal);
    }

    [Fact]
    public async Task An_event_that_is_never_taken_becomes_a_dead_letter_after_two_days()
    {
        var change = await stage.ChangeAsync();
        stage.Receiver.Answer = Receiver.Status(500);
        var began = stage.Get<IClock>().GetCurrentInstant();
        while (stage.Journal.Any())
        {
            await stage.DeliverAsync();
            if (stage.Journal.Any())
            {
                stage.Pass(stage.Outstanding.NextTry - stage.Get<IClock>().GetCurrentInstant());
            }
        }

        Assert.Equal(BackOff.Tries, stage.Receiver.Taken().Count);
        Assert.InRange((stage.Get<IClock>().GetCurrentInstant() - began).TotalHours, 46, 57);
        var letter = (await stage.Get<DeadLetters>().FindAsync(Exchange.Owner, change.Id, CancellationToken.None))!;
        Assert.Equal((change, BackOff.Tries, new DeliveryResult(500, "status-500")), (letter.Change, letter.Attempts, letter.Last));
    }

    [Fact]
    public async Task A_receiver_that_is_gone_disables_the_webhook_and_keeps_what_was_outstanding()
    {
        var (one, other) = (await stage.ChangeAsync(Numbers.Reserved), await stage.ChangeAsync(Numbers.Fixed));
        stage.Receiver.Answer = Receiver.Status(410);

        await stage.DeliverAsync();
        stage.Pass(Duration.FromMinutes(1));
        await stage.DeliverAsync();

        Assert.False(stage.Stored.Enabled);
        Assert.Equivalent(new[] { one.Id, other.Id }, stage.Dead);
        Assert.Empty(stage.Journal);
        var audited = Assert.Single(stage.Storage.In("audit"), row => row.RowKey.StartsWith("o:webhook:", StringComparison.Ordinal));
        Assert.Equal("webhook-changed", audited["Action"]);
        Assert.Null(audited["Person"]);
        Assert.DoesNotContain(stage.Storage.In("audit").SelectMany(row => row), property => $"{property.Value}".Contains("whsec_", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_dead_letter_is_delivered_again_on_demand()
    {
        var change = await stage.ChangeAsync();
        stage.Receiver.Answer = Receiver.Status(410);
        await stage.DeliverAsync();
        var redelivery = stage.Get<Redelivery>();
        Assert.Equal(WebhookProblems.NotEnabled, await redelivery.BeginAsync(Exchange.Owner, change.Id, CancellationToken.None));
        stage.Put(stage.Webhook);
        stage.Receiver.Answer = Receiver.Status(204);
        stage.Receiver.Taken();

        Assert.Empty(stage.Journal);
        Assert.Null(await redelivery.BeginAsync(Exchange.Owner, change.Id, CancellationToken.None));
        await stage.DeliverAsync();

        Assert.Equal(change.Id, Assert.Single(stage.Receiver.Taken()).Id);
        Assert.Empty(stage.Journal);
        Assert.Empty(stage.Dead);
    }

    [Fact]
    public async Task A_dead_letter_is_kept_for_thirty_days()
    {
        await stage.ChangeAsync();
        stage.Receiver.Answer = Receiver.Status(410);
        await stage.DeliverAsync();

        stage.Pass(Duration.FromDays(30));
        await stage.Get<IDeadLetterRetention>().ForgetOldAsync(CancellationToken.None);
        Assert.Single(stage.Dead);

        stage.Pass(Duration.FromSeconds(1));
        await stage.Get<IDeadLetterRetention>().ForgetOldAsync(CancellationToken.None);
        Assert.Empty(stage.Dead);
    }

    [Fact]
    public async Task Two_processes_at_once_send_an_event_once()
    {
        await stage.ChangeAsync();
        var answer = new TaskCompletionSource();
        stage.Receiver.Answer = _ => answer.Task;

        var one = stage.DeliverAsync();
        await stage.Receiver.NextAsync();
        stage.StartProcess();
        await stage.DeliverAsync().WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        answer.SetResult();
        await one;

        Assert.Empty(stage.Receiver.Taken());
        Assert.Empty(stage.Journal);
    }

    [Fact]
    public async Task Of_many_senders_that_see_the_same_event_one_claims_it()
    {
        await stage.ChangeAsync();
        var seen = stage.Outstanding;
        var events = stage.Get<OutstandingEvents>();

        var claims = await Task.WhenAll(Enumerable.Range(0, 20).Select(
            _ => Task.Run(() => events.TryClaimAsync(seen, CancellationToken.None))));

        Assert.Single(claims.OfType<JournalRow>());
    }

    [Fact]
    public async Task Nothing_that_was_outstanding_for_a_webhook_is_told_when_it_has_been_removed()
    {
        await stage.ChangeAsync();
        stage.Put(stage.Webhook with { Registration = "second" });

        await stage.DeliverAsync();

        Assert.Empty(stage.Receiver.Taken());
        Assert.Empty(stage.Journal);
        Assert.Empty(stage.Dead);
    }

    [Fact]
    public async Task A_slow_receiver_does_not_hold_up_those_of_others()
    {
        await using var slow = await Receiver.StartAsync();
        slow.Answer = context => Task.Delay(Timeout.Infinite, context.RequestAborted);
        var other = new OrganisationId(Guid.NewGuid());
        stage.Put(stage.Webhook with { Url = slow.Url }, other);
        for (var i = 0; i < 10; i++)
        {
            await stage.ChangeAsync(Numbers.Of($"08-465 005 {i:D2}"), other);
        }

        await stage.ChangeAsync();

        var delivery = stage.DeliverAsync();
        await slow.NextAsync();
        await stage.Receiver.NextAsync();
        Assert.False(delivery.IsCompleted);
        while (!delivery.IsCompleted)
        {
            stage.Pass(Duration.FromSeconds(10));
            await Task.Yield();
        }

        await delivery;
    }

    [Fact]
    public async Task A_change_is_delivered_at_once_by_the_process_that_made_it()
    {
        using var stopping = new CancellationTokenSource();
        var prompt = stage.Get<Microsoft.Extensions.Hosting.IHostedService>();
        await prompt.StartAsync(stopping.Token);

        var change = await stage.ChangeAsync();

        Assert.Equal(change.Id, (await stage.Receiver.NextAsync()).Id);
        await prompt.StopAsync(CancellationToken.None);
        Assert.Empty(stage.Journal);
    }
}

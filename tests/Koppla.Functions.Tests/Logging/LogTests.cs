using System.Text;
using Koppla.Functions.IncomingCalls;
using Koppla.Functions.Tests.Api;
using Koppla.Functions.Tests.IncomingCalls;
using Koppla.Routing.Numbers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Koppla.Functions.Tests.Logging;

/// <summary>What the app itself logs of calls and requests, at its usual level and below.</summary>
public sealed class LogTests(ApiFixture fixture)
{
    private const string Forged = "x\r\ninfo: Koppla[1] Call y: Redirected (forwarded) in 1 ms";
    private const string Handle = "a-handle-that-answers-the-call";
    private const string Nowhere =
        "DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey=c2VjcmV0;TableEndpoint=http://127.0.0.1:1/devstoreaccount1;";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task No_number_no_handle_and_no_line_of_somebody_elses_is_logged_of_a_call(bool storageIsAway)
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        var number = await tenant.ReservedAsync(Numbers.Outside);
        using var log = new CapturedLog();
        await using var host = await StartAsync(log, storageIsAway ? Nowhere : fixture.ConnectionString);

        await DeliverAsync(host, number, SystemClock.Instance.GetCurrentInstant());
        await DeliverAsync(host, number, SystemClock.Instance.GetCurrentInstant() - Duration.FromMinutes(2));

        Assert.Contains(log.Entries, entry => entry.StartsWith("Call x??info", StringComparison.Ordinal));
        Assert.Contains(log.Entries, entry => entry.StartsWith("An event of type x??info", StringComparison.Ordinal));
        AssertClean(log, number, Numbers.Outside, Numbers.Caller);
        Assert.DoesNotContain(log.Entries, entry => entry.Contains(Handle, StringComparison.Ordinal));
    }

    [Fact]
    public async Task No_number_and_no_line_of_somebody_elses_is_logged_of_a_request()
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        var number = await tenant.ReservedAsync();
        using var log = new CapturedLog();
        await using var host = await StartAsync(log, fixture.ConnectionString);
        await using var broken = await StartAsync(log, Nowhere);

        foreach (var each in new[] { host, broken })
        {
            using var client = tenant.Client(each);
            using var forwarded = await client.PutAsync(Tenant.Forwarding(number), Json(Tenant.To(Numbers.Outside)), Cancellation);
            using var named = await client.PostAsync("users", Json("""{"name":"Anna\r\ninfo: Koppla[1] all is well"}"""), Cancellation);
            using var asked = await client.GetAsync("numbers?q=%0d%0ainfo:%20Koppla[1]", Cancellation);
        }

        AssertClean(log, number, Numbers.Outside);
    }

    private static async Task DeliverAsync(ApiHost host, PhoneNumber number, Instant at)
    {
        var call = (TestCall.Calling(number) with { Handle = Handle, At = at }).EventGridEvent();
        call["data"]!["callerDisplayName"] = Forged;
        call["data"]!["correlationId"] = Forged;
        var ignored = new TestCall().EventGridEvent();
        ignored["eventType"] = Forged;
        await host.Services.GetRequiredService<IIncomingCalls>().HandleAsync(TestCall.Batch(call, ignored), Cancellation);
    }

    private static void AssertClean(CapturedLog log, params PhoneNumber[] numbers)
    {
        Assert.NotEmpty(log.Entries);
        Assert.All(log.Entries, entry =>
        {
            Assert.DoesNotContain(entry, char.IsControl);
            Assert.All(numbers, number => Assert.DoesNotContain(number.Digits[2..], entry, StringComparison.Ordinal));
        });
    }

    private Task<ApiHost> StartAsync(CapturedLog log, string storage) => ApiHost.StartAsync(
        storage,
        fixture.Issuer.Tokens,
        services => services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log)));

    private static ByteArrayContent Json(string text) => Tenant.Json(Encoding.UTF8.GetBytes(text));
}

using System.Net.Http.Headers;
using Koppla.Cli.Tests.Fakes;

namespace Koppla.Cli.Tests.Api;

/// <summary>What a server is too busy for is asked again.</summary>
public sealed class RetryTests
{
    private const string Busy = """{"title":"too-many-requests","detail":"Too many at once."}""";

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task It_waits_as_long_as_the_server_asks_and_sends_the_same_again(int status)
    {
        var shell = new Shell();
        shell.Api.Refuse(status, Busy, After(7)).Answer("""{"number":"+46846500410"}""");
        var ended = await shell.RunAsync("numbers", "reserve", "1");
        Assert.Equal(0, ended.Code);
        Assert.Equal([TimeSpan.FromSeconds(7)], shell.Time.Waits);
        Assert.Contains($"The server is busy ({status}); trying again in 7 s.", ended.Error, StringComparison.Ordinal);
        var (first, second) = (shell.Api.Requests[0], shell.Api.Requests[1]);
        Assert.NotNull(first.Key);
        Assert.Equal((first.Path, first.Body, first.Key), (second.Path, second.Body, second.Key));
    }

    [Fact]
    public async Task A_date_is_waited_for_too()
    {
        var shell = new Shell();
        shell.Api
            .Refuse(503, Busy, response => response.Headers.RetryAfter = new RetryConditionHeaderValue(HurriedTime.Now.AddSeconds(9)))
            .Answer("{}");
        Assert.Equal(0, (await shell.RunAsync("organisation", "get")).Code);
        Assert.Equal([TimeSpan.FromSeconds(9)], shell.Time.Waits);
    }

    [Fact]
    public async Task Without_a_time_it_waits_longer_each_time_and_then_gives_up()
    {
        var shell = new Shell();
        shell.Api.Refuse(503, Busy).Refuse(503, Busy).Refuse(503, Busy).Refuse(503, Busy);
        var ended = await shell.RunAsync("organisation", "get");
        Assert.Equal(3, ended.Code);
        Assert.Contains("The server cannot serve now (503).", ended.Error, StringComparison.Ordinal);
        Assert.Equal([1, 2, 4], shell.Time.Waits.Select(wait => wait.TotalSeconds));
        Assert.Equal(4, shell.Api.Requests.Count);
    }

    [Fact]
    public async Task Nobody_is_kept_waiting_for_very_long()
    {
        var shell = new Shell();
        shell.Api.Refuse(429, Busy, After(3600));
        var ended = await shell.RunAsync("organisation", "get");
        Assert.Equal(3, ended.Code);
        Assert.Contains("Try again after 3600 s.", ended.Error, StringComparison.Ordinal);
        Assert.Single(shell.Api.Requests);
    }

    private static Action<HttpResponseMessage> After(int seconds) =>
        response => response.Headers.RetryAfter = new RetryConditionHeaderValue(TimeSpan.FromSeconds(seconds));
}

using Koppla.Cli.Tests.Fakes;

namespace Koppla.Cli.Tests;

/// <summary>What each command asks the API for.</summary>
public sealed class CommandTests
{
    private const string Number = """{"number":"+46846500410","kind":"fixed","state":"reserved"}""";

    [Theory]
    [InlineData("numbers get +46846500410", "GET", "numbers/%2B46846500410")]
    [InlineData("numbers get 08-46500410", "GET", "numbers/08-46500410")]
    [InlineData("numbers reserve +46846500410", "POST", "numbers", """{"number":"+46846500410"}""")]
    [InlineData("numbers assign +46846500410 u1", "PUT", "numbers/%2B46846500410/assignment", """{"user":"u1"}""")]
    public async Task Commands_about_a_number_show_it(string line, string method, string path, string? body = null)
    {
        var shell = new Shell();
        shell.Api.Answer(Number);
        var ended = await shell.RunAsync(line.Split(' '));
        Assert.Equal(0, ended.Code);
        Assert.Equal((method, path, body), (shell.Api.Request.Method, shell.Api.Request.Path, shell.Api.Request.Body));
        Assert.Contains("+46846500410", ended.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("numbers release 1", "DELETE", "numbers/1", "Released.")]
    [InlineData("numbers unassign 1", "DELETE", "numbers/1/assignment", "Reserved again.")]
    [InlineData("numbers unforward 1", "DELETE", "numbers/1/forwarding", "Not forwarded any more.")]
    [InlineData("users remove u1", "DELETE", "users/u1", "Removed.")]
    [InlineData("webhook remove", "DELETE", "organisation/webhook", "Removed.")]
    [InlineData("webhook test", "POST", "organisation/webhook/test", "Sent.")]
    [InlineData("webhook redeliver d/1", "POST", "organisation/webhook/dead-letters/d%2F1/redeliver", "Sent again.")]
    public async Task Commands_without_an_answer_say_that_it_is_done(string line, string method, string path, string said)
    {
        var shell = new Shell();
        shell.Api.Answer(status: 204);
        var ended = await shell.RunAsync(line.Split(' '));
        Assert.Equal((0, said + Environment.NewLine), (ended.Code, ended.Out));
        Assert.Equal((method, path), (shell.Api.Request.Method, shell.Api.Request.Path));
    }

    [Theory]
    [InlineData("users get u1", "GET", "users/u1")]
    [InlineData("users restore u1 c1", "POST", "users/u1/restore", """{"change":"c1"}""")]
    [InlineData("users create name=Anna devices=[] language=swedish", "POST", "users", """{"name":"Anna","devices":[],"language":"swedish"}""")]
    [InlineData("numbers forward 1 0701740660", "PUT", "numbers/1/forwarding", """{"destination":"0701740660","enabled":true}""")]
    [InlineData("numbers forward 1 2 --enabled false", "PUT", "numbers/1/forwarding", """{"destination":"2","enabled":false}""")]
    [InlineData("organisation get", "GET", "organisation")]
    [InlineData("organisation health", "GET", "organisation/forward-health")]
    [InlineData("organisation health --check", "POST", "organisation/forward-health")]
    [InlineData("organisation policy destination get", "GET", "organisation/destination-policy")]
    [InlineData("organisation policy transfer get", "GET", "organisation/transfer-policy")]
    [InlineData("webhook get", "GET", "organisation/webhook")]
    [InlineData("webhook secret", "POST", "organisation/webhook/secret")]
    public async Task Other_commands_show_the_answer_member_by_member(string line, string method, string path, string? body = null)
    {
        var shell = new Shell();
        shell.Api.Answer("""{"name":"Anna","status":{"profile":"lunch"},"countries":["SE","NO"]}""");
        var ended = await shell.RunAsync(line.Split(' '));
        Assert.Equal(0, ended.Code);
        Assert.Equal((method, path, body), (shell.Api.Request.Method, shell.Api.Request.Path, shell.Api.Request.Body));
        Assert.Matches(@"name +Anna", ended.Out);
        Assert.Matches(@"status\.profile +lunch", ended.Out);
        Assert.Matches(@"countries +SE, NO", ended.Out);
    }

    [Theory]
    [InlineData("numbers reserve 1", "POST", "numbers?dryRun=true")]
    [InlineData("numbers release 1", "DELETE", "numbers/1?dryRun=true")]
    [InlineData("numbers assign 1 u1", "PUT", "numbers/1/assignment?dryRun=true")]
    [InlineData("numbers unassign 1", "DELETE", "numbers/1/assignment?dryRun=true")]
    [InlineData("numbers forward 1 2", "PUT", "numbers/1/forwarding?dryRun=true")]
    [InlineData("numbers unforward 1", "DELETE", "numbers/1/forwarding?dryRun=true")]
    [InlineData("users create name=Anna", "POST", "users?dryRun=true")]
    [InlineData("users remove u1", "DELETE", "users/u1?dryRun=true")]
    [InlineData("users restore u1 c1", "POST", "users/u1/restore?dryRun=true")]
    public async Task A_dry_run_shows_what_would_change(string line, string method, string path)
    {
        var shell = new Shell();
        shell.Api.Answer("""{"changed":true,"changes":[{"number":"+46846500410","after":{"goes":"The call goes to 070-174 06 60."}}],"warnings":[]}""");
        var ended = await shell.RunAsync([.. line.Split(' '), "--dry-run"]);
        Assert.Equal(0, ended.Code);
        Assert.Equal((method, path), (shell.Api.Request.Method, shell.Api.Request.Path));
        Assert.Matches(@"changes\[0\]\.after\.goes +The call goes to 070-174 06 60\.", ended.Out);
    }

    [Fact]
    public async Task Posts_carry_a_key_of_their_own_and_others_carry_none()
    {
        var shell = new Shell();
        shell.Api.Answer(Number).Answer(Number).Answer(Number);
        await shell.RunAsync("numbers", "reserve", "1");
        await shell.RunAsync("numbers", "reserve", "1");
        await shell.RunAsync("numbers", "get", "1");
        var keys = shell.Api.Requests.ConvertAll(request => request.Key);
        Assert.Matches("^[0-9a-f]{32}$", keys[0]);
        Assert.NotEqual(keys[0], keys[1]);
        Assert.Null(keys[2]);
    }

    [Fact]
    public async Task Without_more_words_the_local_run_is_asked_with_the_token_of_the_environment()
    {
        Uri? asked = null;
        string? authorization = null;
        var shell = new Shell { Network = () => new Listener(request => (asked, authorization) = (request.RequestUri, $"{request.Headers.Authorization}")) };
        await shell.RunAsync("organisation", "get");
        Assert.Equal(new Uri("http://127.0.0.1:7071/api/v1/organisation"), asked);
        Assert.Equal($"Bearer {Tokens.Administrator}", authorization);
    }

    [Fact]
    public async Task The_command_line_goes_before_the_environment()
    {
        Uri? asked = null;
        string? authorization = null;
        var shell = new Shell { Network = () => new Listener(request => (asked, authorization) = (request.RequestUri, $"{request.Headers.Authorization}")) };
        shell.Variables["KOPPLA_SERVER"] = "https://other.example";
        await shell.RunAsync("organisation", "get", "--server", "https://koppla.example/exchange/", "--token", Tokens.User);
        Assert.Equal(new Uri("https://koppla.example/exchange/api/v1/organisation"), asked);
        Assert.Equal($"Bearer {Tokens.User}", authorization);
    }

    private sealed class Listener(Action<HttpRequestMessage> heard) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            heard(request);
            return Task.FromResult(FakeApi.Of("{}"));
        }
    }
}

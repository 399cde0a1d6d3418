using System.Net;
using System.Net.Sockets;
using Koppla.Cli.Tests.Fakes;

namespace Koppla.Cli.Tests.Api;

/// <summary>What does not work is told in words, with what to check, and by the exit code.</summary>
public sealed class FailureTests
{
    [Fact]
    public async Task A_problem_is_told_with_its_rule_and_its_field()
    {
        var ended = await RefusedAsync(422, """{"type":"urn:koppla:problem:reserved-mobile-needs-sim","title":"reserved-mobile-needs-sim","status":422,"detail":"A reserved mobile number needs an active SIM card.","errors":{"number":["A reserved mobile number needs an active SIM card."]}}""");
        Assert.Equal(1, ended.Code);
        Assert.Equal(
            ["Refused: reserved-mobile-needs-sim (422).", "  number: A reserved mobile number needs an active SIM card."],
            ended.Error.Trim().Split(Environment.NewLine));
    }

    [Fact]
    public async Task A_problem_tells_what_uses_the_thing_and_what_could_be_meant()
    {
        var ended = await RefusedAsync(409, """{"title":"profile-in-use","detail":"It is in use.","usedBy":["schedule","activation"],"candidates":["lunch"]}""");
        Assert.Contains("  It is in use.", ended.Error, StringComparison.Ordinal);
        Assert.Contains("  Used by: schedule, activation", ended.Error, StringComparison.Ordinal);
        Assert.Contains("  Perhaps meant: lunch", ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_prints_no_result()
    {
        var ended = await RefusedAsync(404, """{"title":"number-unknown","detail":"There is no such number."}""", "--json");
        Assert.Equal((1, ""), (ended.Code, ended.Out));
    }

    [Fact]
    public async Task An_expired_token_is_told_so()
    {
        var shell = new Shell();
        shell.Variables["KOPPLA_TOKEN"] = Tokens.Expired;
        shell.Api.Refuse(401, """{"title":"unauthorized"}""");
        var ended = await shell.RunAsync("organisation", "get");
        Assert.Equal(1, ended.Code);
        Assert.Contains("It expired at 2023-11-14 22:13:20 UTC.", ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_that_is_not_accepted_is_told_with_the_servers_reason()
    {
        var ended = await RefusedAsync(401, """{"title":"unauthorized"}""", also: response =>
            response.Headers.WwwAuthenticate.ParseAdd("Bearer error=\"invalid_token\", error_description=\"The audience is invalid\""));
        Assert.Equal(1, ended.Code);
        Assert.Contains("The audience is invalid", ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_without_the_role_is_told_which_it_lacks()
    {
        var shell = new Shell();
        shell.Variables["KOPPLA_TOKEN"] = Tokens.User;
        shell.Api.Refuse(403, """{"title":"forbidden"}""");
        var ended = await shell.RunAsync("numbers", "list");
        Assert.Equal(1, ended.Code);
        Assert.Contains("It has the role Koppla.User; this needs Koppla.Admin.", ended.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(404, "<html>not here</html>")]
    [InlineData(200, "<html>welcome</html>")]
    [InlineData(200, "null")]
    [InlineData(200, """{"things":[]}""")]
    public async Task An_answer_of_something_else_asks_whether_the_address_is_right(int status, string body)
    {
        var shell = new Shell();
        shell.Api.Answer(_ => FakeApi.Of(body, status, "text/html"));
        var ended = await shell.RunAsync("numbers", "list");
        Assert.Equal((3, ""), (ended.Code, ended.Out));
        Assert.Contains("--server", ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        var shell = new Shell();
        shell.Api.Answer(status: 302, also: response => response.Headers.Location = new Uri("https://login.example/"));
        var ended = await shell.RunAsync("numbers", "list");
        Assert.Equal(3, ended.Code);
        Assert.Contains("https://login.example/", ended.Error, StringComparison.Ordinal);
        Assert.Single(shell.Api.Requests);
    }

    [Fact]
    public async Task A_server_that_fails_is_told_from_a_refusal()
    {
        var ended = await RefusedAsync(500, """{"title":"internal-server-error"}""");
        Assert.Equal(3, ended.Code);
        Assert.Contains("The server failed (500).", ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_is_not_there_ends_with_3_and_how_to_start_it()
    {
        var shell = new Shell { Network = () => new SocketsHttpHandler() };
        var ended = await shell.RunAsync("numbers", "list", "--server", $"http://127.0.0.1:{NobodysPort()}");
        Assert.Equal(3, ended.Code);
        Assert.Contains("cannot be reached", ended.Error, StringComparison.Ordinal);
        Assert.Contains("src/Koppla.Local", ended.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(HttpRequestError.NameResolutionError, "There is no server named koppla.example.")]
    [InlineData(HttpRequestError.SecureConnectionError, "No secure connection")]
    [InlineData(HttpRequestError.ResponseEnded, "may have been done")]
    public async Task A_connection_that_fails_is_told_by_its_kind(HttpRequestError error, string told)
    {
        var shell = new Shell();
        shell.Api.Answer(_ => throw new HttpRequestException(error));
        var ended = await shell.RunAsync("numbers", "list", "--server", "https://koppla.example");
        Assert.Equal(3, ended.Code);
        Assert.Contains(told, ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_never_answers_is_not_waited_for_forever()
    {
        var shell = new Shell { Time = { LimitsCome = true }, Api = { IsSilent = true } };
        var ended = await shell.RunAsync("numbers", "list");
        Assert.Equal(3, ended.Code);
        Assert.Contains("does not answer", ended.Error, StringComparison.Ordinal);
        Assert.Single(shell.Api.Requests);
    }

    [Fact]
    public async Task A_command_that_is_interrupted_ends_as_shells_have_it()
    {
        using var interruption = new CancellationTokenSource();
        var shell = new Shell { Interrupted = interruption.Token };
        shell.Api.Answer(_ =>
        {
            interruption.Cancel();
            throw new OperationCanceledException(interruption.Token);
        });
        Assert.Equal(130, (await shell.RunAsync("numbers", "list")).Code);
    }

    private static async Task<Ended> RefusedAsync(
        int status, string problem, string? option = null, Action<HttpResponseMessage>? also = null)
    {
        var shell = new Shell();
        shell.Api.Refuse(status, problem, also);
        return await shell.RunAsync([.. new[] { "numbers", "get", "1", option }.OfType<string>()]);
    }

    private static int NobodysPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

using System.Net.Http.Headers;
using System.Text;
using Koppla.Simulator.Calls;

namespace Koppla.Simulator.Tests.Control;

/// <summary>The simulator from another process: HTTP alone.</summary>
public sealed class ControlTest
{
    [Fact]
    public async Task A_call_is_placed_watched_and_ended()
    {
        await using var world = await World.StartAsync(subscribe: false);
        using var http = new HttpClient { BaseAddress = world.Simulator.BaseAddress };
        Assert.Equal(204, (await SendAsync(http, "POST", "subscriptions", $$"""{"name":"app","endpoint":"{{world.Webhook.Events}}","schema":"CloudEvents","retryDelayMs":20}""")).Status);
        Assert.Equal(204, (await SendAsync(http, "PUT", "telephones/+46701110001", """[{"behaviour":"answer","afterMs":5}]""")).Status);
        var placed = await SendAsync(http, "POST", "calls", """{"from":"+46709990001","to":"+46812340000","displayName":"Anna","sipHeaders":{"X-MS-Custom-a":"1"}}""");
        var incoming = await world.Webhook.NextAsync("IncomingCall");
        await world.RedirectAsync(incoming.Text("incomingCallContext"), World.C);

        var settled = await SendAsync(http, "GET", $"calls/{placed.Text("id")}?wait=settled");

        Assert.Equal(201, placed.Status);
        Assert.Equal("Anna", incoming.Text("callerDisplayName"));
        Assert.Equal("Answered by " + World.C, settled.Text("outcomeText"));
        Assert.Equal("Answered", settled.Json.GetProperty("outcome").GetProperty("kind").GetString());
        Assert.Equal(1, (await SendAsync(http, "GET", "calls")).Json.GetArrayLength());
        Assert.Equal("WithoutApplication", settled.Text("state"));
        Assert.Equal("Ended", (await SendAsync(http, "POST", $"calls/{placed.Text("id")}/hangup")).Text("state"));
    }

    [Fact]
    public async Task A_wait_ends_in_vain_with_its_timeout()
    {
        await using var world = await World.StartAsync();
        using var http = new HttpClient { BaseAddress = world.Simulator.BaseAddress };
        var (call, _) = await world.RingAsync();

        var reply = await SendAsync(http, "GET", $"calls/{call.Id}?wait=settled&timeout=0.02");

        Assert.Equal((200, "Ringing"), (reply.Status, reply.Text("state")));
        Assert.Equal(CallPhase.Ringing, call.State);
    }

    [Fact]
    public async Task A_telephone_shows_the_scripts_it_was_given()
    {
        await using var world = await World.StartAsync();
        using var http = new HttpClient { BaseAddress = world.Simulator.BaseAddress };
        await SendAsync(http, "PUT", "telephones/+46701110001", """[{"behaviour":"busy"},{"behaviour":"voicemail","afterMs":20,"hangUpAfterMs":5}]""");

        var reply = await SendAsync(http, "GET", "telephones/+46701110001");

        Assert.Equal("busy voicemail", string.Join(' ', reply.Json.EnumerateArray().Select(one => one.GetProperty("behaviour").GetString())));
        Assert.Equal(5, reply.Json[1].GetProperty("hangUpAfterMs").GetDouble());
    }

    [Fact]
    public async Task Faults_are_replaced_as_a_whole()
    {
        await using var world = await World.StartAsync();
        using var http = new HttpClient { BaseAddress = world.Simulator.BaseAddress };

        await SendAsync(http, "PUT", "faults", """{"commands":[{"times":1,"status":503}],"callbackTokens":"Expired"}""");
        Assert.Equal(503, (await world.GetAsync("/none")).Status);
        await SendAsync(http, "PUT", "faults", "{}");

        Assert.Equal(404, (await world.GetAsync("/none")).Status);
        Assert.Equal(Koppla.Simulator.Faults.CallbackTokenFault.None, world.Simulator.Faults.CallbackTokens);
    }

    [Fact]
    public async Task A_person_gets_a_token()
    {
        await using var world = await World.StartAsync(subscribe: false);
        using var http = new HttpClient { BaseAddress = world.Simulator.BaseAddress };

        var reply = await SendAsync(http, "POST", "tokens", $$"""{"tenant":"{{Guid.NewGuid()}}","person":"{{Guid.NewGuid()}}","name":"Anna","roles":["Koppla.User"]}""");

        Assert.StartsWith("ey", reply.Text("token"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("POST", "calls", "{}", 400)]
    [InlineData("POST", "calls", "no", 400)]
    [InlineData("GET", "calls/none", null, 404)]
    [InlineData("PUT", "telephones/+461", """[{"behaviour":"sings"}]""", 400)]
    [InlineData("POST", "subscriptions", "{}", 400)]
    [InlineData("POST", "subscriptions", """{"endpoint":"http://127.0.0.1:9/"}""", 422)]
    public async Task What_cannot_be_done_is_refused(string method, string path, string? body, int status)
    {
        await using var world = await World.StartAsync(subscribe: false);
        using var http = new HttpClient { BaseAddress = world.Simulator.BaseAddress };

        var reply = await SendAsync(http, method, path, body);

        Assert.Equal(status, reply.Status);
        Assert.NotEmpty(reply.Text("error"));
    }

    private static async Task<ApiReply> SendAsync(HttpClient http, string method, string path, string? body = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), "simulator/" + path);
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        return await ApiReply.ReadAsync(response);
    }
}

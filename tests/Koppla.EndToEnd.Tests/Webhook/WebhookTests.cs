using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Koppla.Simulator.Tokens;

namespace Koppla.EndToEnd.Tests.Webhook;

/// <summary>What does not come from Event Grid, or comes too late, has no effect, and gets a clear answer.</summary>
public sealed class WebhookTests(StackFixture fixture)
{
    private const string Audience = "api://koppla-events";

    private TokenIssuer Tokens => fixture.Stack.Simulator.Tokens;

    [Fact]
    public async Task Without_a_token_nobody_is_heard() =>
        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(EventFor("4:+46846500400"), token: null));

    [Fact]
    public async Task A_token_for_somebody_else_is_refused() =>
        Assert.Equal(
            HttpStatusCode.Unauthorized, await PostAsync(EventFor("4:+46846500400"), Tokens.EventGridToken("api://other")));

    [Fact]
    public async Task A_persons_token_does_not_deliver_events()
    {
        var token = Tokens.PersonToken(Guid.NewGuid(), Guid.NewGuid(), "Mallory", ["Koppla.Admin"], Audience);

        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(EventFor("4:+46846500400"), token));
    }

    [Theory]
    [InlineData("")]
    [InlineData("not json")]
    [InlineData("[{")]
    [InlineData("\"text\"")]
    [InlineData("[1,2]")]
    [InlineData("{\"type\":\"Microsoft.Communication.IncomingCall\",\"time\":\"2026-11-22T21:57:48Z\"}")]
    [InlineData("{\"type\":\"Microsoft.Communication.IncomingCall\",\"time\":\"yesterday\",\"data\":{}}")]
    [InlineData("{\"type\":\"Microsoft.Communication.IncomingCall\",\"time\":\"2026-11-22T21:57:48Z\",\"data\":[]}")]
    public async Task What_is_no_event_is_400(string body) =>
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(body, Tokens.EventGridToken(Audience)));

    [Fact]
    public async Task More_than_a_mebibyte_is_413() =>
        Assert.Equal(
            HttpStatusCode.RequestEntityTooLarge,
            await PostAsync(new string(' ', (1024 * 1024) + 1), Tokens.EventGridToken(Audience)));

    [Fact]
    public async Task Events_of_other_types_are_taken_and_left_alone() =>
        Assert.Equal(
            HttpStatusCode.OK,
            await PostAsync("[{\"type\":\"Microsoft.Communication.SMSReceived\",\"data\":{}}]", Tokens.EventGridToken(Audience)));

    [Fact]
    public async Task A_call_to_an_app_is_taken_and_left_to_ring()
    {
        var status = await PostAsync(EventFor("8:acs:somebody"), Tokens.EventGridToken(Audience));

        Assert.Equal(HttpStatusCode.OK, status);
    }

    [Fact]
    public async Task An_old_event_of_a_ringing_call_is_not_acted_on()
    {
        var destination = TestNumbers.External();
        var number = await fixture.Tenant.ReserveAsync(TestNumbers.Fixed(), destination);

        var status = await PostAsync(
            EventFor($"4:{number.E164}", number.E164, DateTimeOffset.UnixEpoch), Tokens.EventGridToken(Audience));

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(0, fixture.Stack.Simulator.Telephones.TimesRung(destination.E164));
    }

    [Theory]
    [InlineData("eventgrid.azure.net", HttpStatusCode.OK)]
    [InlineData("evil.example", HttpStatusCode.Forbidden)]
    public async Task The_handshake_of_CloudEvents_is_for_Event_Grid(string origin, HttpStatusCode status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Options, Address);
        request.Headers.Add("WebHook-Request-Origin", origin);
        using var response = await SendAsync(request);

        Assert.Equal(status, response.StatusCode);
        Assert.Equal(status == HttpStatusCode.OK, response.Headers.Contains("WebHook-Allowed-Origin"));
    }

    [Fact]
    public async Task The_handshake_of_the_Event_Grid_schema_sends_the_code_back()
    {
        using var request = Post(
            "[{\"eventType\":\"Microsoft.EventGrid.SubscriptionValidationEvent\",\"data\":{\"validationCode\":\"c0de\"}}]",
            Tokens.EventGridToken(Audience));
        request.Headers.Add("aeg-event-type", "SubscriptionValidation");
        using var response = await SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(
            "{\"validationResponse\":\"c0de\"}",
            await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private Uri Address => new(fixture.Stack.App.BaseAddress, "/api/hooks/incoming-call");

    private static string EventFor(string to, string? number = null, DateTimeOffset? time = null) => $$"""
        [{
          "id": "{{Guid.NewGuid()}}", "source": "/acs", "type": "Microsoft.Communication.IncomingCall", "specversion": "1.0",
          "time": "{{time ?? TimeProvider.System.GetUtcNow():O}}",
          "data": {
            "to": { "rawId": "{{to}}"{{(number is null ? "" : $", \"phoneNumber\": {{ \"value\": \"{number}\" }}")}} },
            "from": { "rawId": "4:+46701740690", "phoneNumber": { "value": "+46701740690" } },
            "incomingCallContext": "{{Guid.NewGuid()}}", "correlationId": "{{Guid.NewGuid()}}"
          }
        }]
        """;

    private async Task<HttpStatusCode> PostAsync(string body, string? token)
    {
        using var request = Post(body, token);
        using var response = await SendAsync(request);
        return response.StatusCode;
    }

    private HttpRequestMessage Post(string body, string? token)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, Address)
        {
            Content = new StringContent(body, Encoding.UTF8, "application/cloudevents+json"),
        };
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        return request;
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        using var client = new HttpClient();
        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}

using System.Security.Claims;
using System.Text;
using System.Text.Json.Nodes;
using Koppla.Functions.IncomingCalls;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Tokens;
using NSubstitute;

namespace Koppla.Functions.Tests.IncomingCalls;

public sealed class WebhookTests
{
    private const string EventGridApplication = "4962773b-9cdb-44cf-a8bf-237846a00ab7";

    private readonly IIncomingCalls calls = Substitute.For<IIncomingCalls>();
    private readonly IAuthenticationService tokens = Substitute.For<IAuthenticationService>();
    private readonly DefaultHttpContext context = new();

    public WebhookTests()
    {
        context.RequestServices = new ServiceCollection().AddSingleton(tokens).BuildServiceProvider();
        context.Request.Method = HttpMethods.Post;
        context.Response.Body = new MemoryStream();
        Authenticates(Ticket(EventGridApplication));
    }

    [Theory]
    [InlineData(Handling.Done, 200)]
    [InlineData(Handling.Malformed, 400)]
    [InlineData(Handling.TryAgain, 503)]
    public async Task The_answer_tells_what_became_of_the_delivery(Handling handling, int status)
    {
        calls.HandleAsync(default, Arg.Any<CancellationToken>()).ReturnsForAnyArgs(handling);

        Assert.Equal(status, await PostAsync("[]"));
    }

    [Fact]
    public async Task The_delivery_is_handed_over_as_it_came()
    {
        ReadOnlyMemory<byte> given = default;
        calls.HandleAsync(default, Arg.Any<CancellationToken>()).ReturnsForAnyArgs(Handling.Done).AndDoes(call => given = call.Arg<ReadOnlyMemory<byte>>());

        await PostAsync("[{\"å\":1}]");

        Assert.Equal("[{\"å\":1}]", Encoding.UTF8.GetString(given.Span));
    }

    [Fact]
    public async Task A_delivery_without_a_good_token_is_refused_unread()
    {
        Authenticates(AuthenticateResult.NoResult());

        Assert.Equal(401, await PostAsync("[]"));
        Assert.Empty(calls.ReceivedCalls());
    }

    [Fact]
    public async Task A_token_of_another_application_is_refused()
    {
        Authenticates(Ticket("00000000-0000-0000-0000-000000000001"));

        Assert.Equal(401, await PostAsync("[]"));
        Assert.Empty(calls.ReceivedCalls());
    }

    // Event Grid gives up on 401 for good; a key roll or an outage of the issuer must not lose a call.
    [Fact]
    public async Task A_token_whose_key_is_not_to_be_had_is_asked_for_again()
    {
        Authenticates(AuthenticateResult.Fail(new SecurityTokenSignatureKeyNotFoundException()));

        Assert.Equal(503, await PostAsync("[]"));
        Assert.Empty(calls.ReceivedCalls());
    }

    [Fact]
    public async Task A_body_beyond_one_mebibyte_is_refused()
    {
        var limit = Substitute.For<IHttpMaxRequestBodySizeFeature>();
        context.Features.Set(limit);
        context.Request.Body = new RefusedBody();

        await new IncomingCallWebhook(calls).RunAsync(context.Request, TestContext.Current.CancellationToken);

        Assert.Equal(413, context.Response.StatusCode);
        limit.Received().MaxRequestBodySize = 1024 * 1024;
        Assert.Empty(calls.ReceivedCalls());
    }

    [Fact]
    public async Task The_validation_of_a_subscription_is_answered_with_its_code()
    {
        context.Request.Headers["aeg-event-type"] = "SubscriptionValidation";

        var status = await PostAsync(
            """[{"id":"1","eventType":"Microsoft.EventGrid.SubscriptionValidationEvent","eventTime":"2026-11-22T21:50:00Z","data":{"validationCode":"512d38b6"}}]""");

        Assert.Equal(200, status);
        Assert.Equal("512d38b6", Body()!["validationResponse"]!.GetValue<string>());
        Assert.Empty(calls.ReceivedCalls());
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("[{}]")]
    [InlineData("[{},{}]")]
    [InlineData("[null]")]
    [InlineData("""[{"data":null}]""")]
    [InlineData("""[{"data":[]}]""")]
    [InlineData("""[{"data":{}}]""")]
    [InlineData("""[{"data":{"validationCode":7}}]""")]
    [InlineData("""[{"data":{"validationCode":"\ud800"}}]""")]
    public async Task A_validation_without_a_code_is_malformed(string body)
    {
        context.Request.Headers["aeg-event-type"] = "SubscriptionValidation";

        Assert.Equal(400, await PostAsync(body));
    }

    [Fact]
    public async Task A_validation_without_a_good_token_is_refused()
    {
        context.Request.Headers["aeg-event-type"] = "SubscriptionValidation";
        Authenticates(AuthenticateResult.NoResult());

        Assert.Equal(401, await PostAsync("""[{"data":{"validationCode":"1"}}]"""));
    }

    [Fact]
    public async Task The_handshake_of_CloudEvents_allows_Event_Grid_without_a_token()
    {
        Authenticates(AuthenticateResult.NoResult());
        context.Request.Headers["WebHook-Request-Origin"] = "eventgrid.azure.net";
        context.Request.Headers["WebHook-Request-Rate"] = "120";

        Assert.Equal(200, await OptionsAsync());
        Assert.Equal("eventgrid.azure.net", context.Response.Headers["WebHook-Allowed-Origin"]);
        Assert.Equal("120", context.Response.Headers["WebHook-Allowed-Rate"]);
    }

    [Fact]
    public async Task A_handshake_that_asks_for_no_rate_is_given_none()
    {
        context.Request.Headers["WebHook-Request-Origin"] = "eventgrid.azure.net";

        Assert.Equal(200, await OptionsAsync());
        Assert.False(context.Response.Headers.ContainsKey("WebHook-Allowed-Rate"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("example.com")]
    [InlineData("eventgrid.azure.net.example.com")]
    public async Task The_handshake_of_anybody_else_is_refused(string? origin)
    {
        context.Request.Headers["WebHook-Request-Origin"] = origin;

        Assert.Equal(403, await OptionsAsync());
        Assert.False(context.Response.Headers.ContainsKey("WebHook-Allowed-Origin"));
    }

    private static AuthenticateResult Ticket(string application) => AuthenticateResult.Success(new AuthenticationTicket(
        new ClaimsPrincipal(new ClaimsIdentity([new Claim("azp", application)], "test")), "EventGrid"));

    private void Authenticates(AuthenticateResult result) =>
        tokens.AuthenticateAsync(Arg.Any<HttpContext>(), "EventGrid").Returns(result);

    private async Task<int> PostAsync(string body)
    {
        context.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(body));
        await new IncomingCallWebhook(calls).RunAsync(context.Request, TestContext.Current.CancellationToken);
        return context.Response.StatusCode;
    }

    private async Task<int> OptionsAsync()
    {
        context.Request.Method = HttpMethods.Options;
        await new IncomingCallWebhook(calls).RunAsync(context.Request, TestContext.Current.CancellationToken);
        return context.Response.StatusCode;
    }

    private JsonNode? Body() => JsonNode.Parse(((MemoryStream)context.Response.Body).ToArray());

    /// <summary>A body as Kestrel gives it when it is larger than allowed.</summary>
    private sealed class RefusedBody : MemoryStream
    {
        public override Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken) =>
            throw new BadHttpRequestException("Too large.", StatusCodes.Status413PayloadTooLarge);
    }
}

using System.Security.Claims;
using System.Text;
using Azure;
using Koppla.Functions.IncomingCalls;
using Koppla.Functions.SupervisedCalls;
using Koppla.Functions.Telephony.AzureCommunication;
using Koppla.Functions.Tests.IncomingCalls;
using Koppla.Routing.Profiles;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.IdentityModel.Tokens;
using NSubstitute;

namespace Koppla.Functions.Tests.SupervisedCalls;

/// <summary>What the provider posts, from its token to the call, and what it is answered.</summary>
public sealed class CallEventsTests : IAsyncLifetime
{
    private static readonly NumberRule Conditional = NumberRule.Ring with
    {
        OnBusy = new ConditionalRule(ConditionAction.Forward, Destination.Of(Numbers.Outside), Enabled: true),
    };

    private readonly Exchange exchange = new();
    private readonly IAuthenticationService tokens = Substitute.For<IAuthenticationService>();
    private readonly FunctionContext function = Substitute.For<FunctionContext>();
    private SupervisedCall call = null!;

    private Phase CurrentPhase => Assert.Single(exchange.SupervisedCalls).Phase;

    public async ValueTask InitializeAsync()
    {
        await exchange.OrganisationAsync();
        await exchange.UserAsync(Conditional, Exchange.App);
        await exchange.CallAsync(Numbers.Fixed);
        call = Assert.Single(exchange.SupervisedCalls);
        Authenticates(AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(new ClaimsIdentity("test")), "CallEvents")));
    }

    public ValueTask DisposeAsync()
    {
        exchange.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task An_event_is_taken_and_carries_the_call_on()
    {
        Assert.Equal(200, await PostAsync(Events("CallConnected")));

        Assert.Equal(Phase.Ringing, CurrentPhase);
    }

    [Fact]
    public async Task Several_events_in_one_delivery_are_taken_in_order()
    {
        Assert.Equal(200, await PostAsync(Events("CallConnected", "ParticipantsUpdated", "CallDisconnected")));

        Assert.Equal(Phase.Ended, CurrentPhase);
    }

    [Fact]
    public async Task An_event_that_means_nothing_to_us_is_taken() => Assert.Equal(200, await PostAsync(Events("RecordingStateChanged")));

    [Fact]
    public async Task Without_a_good_token_nothing_is_read()
    {
        Authenticates(AuthenticateResult.NoResult());

        Assert.Equal(401, await PostAsync(Events("CallConnected")));
        Assert.Equal(Phase.Answering, CurrentPhase);
    }

    [Fact]
    public async Task A_token_whose_key_is_not_to_be_had_is_asked_for_again()
    {
        Authenticates(AuthenticateResult.Fail(new SecurityTokenSignatureKeyNotFoundException()));

        Assert.Equal(503, await PostAsync(Events("CallConnected")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("wrong")]
    [InlineData("0123456789abcdef0123456789abcdef")]
    public async Task A_wrong_secret_looks_like_a_missing_call(string secret)
    {
        Assert.Equal(404, await PostAsync(Events("CallConnected"), secret: secret));
        Assert.Equal(Phase.Answering, CurrentPhase);
    }

    [Theory]
    [InlineData("2516900000000000000-0123456789abcdef")]
    [InlineData("' or '1' eq '1")]
    [InlineData("")]
    public async Task A_call_that_is_not_there_is_not_found(string id) => Assert.Equal(404, await PostAsync(Events("CallConnected"), id));

    [Fact]
    public async Task What_is_no_id_is_not_looked_for()
    {
        exchange.Storage.ClearLog();

        await PostAsync(Events("CallConnected"), id: "x");

        Assert.Empty(exchange.Storage.Log);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("[]")]
    [InlineData("[{}]")]
    public async Task What_the_provider_does_not_send_is_malformed(string body) => Assert.Equal(400, await PostAsync(body));

    [Theory]
    [InlineData("read supervisedcalls")]
    [InlineData("update supervisedcalls")]
    public async Task While_storage_is_away_the_event_is_asked_for_again_and_then_taken(string operation)
    {
        exchange.Storage.Before = each =>
        {
            if (each == operation)
            {
                throw new RequestFailedException(503, "Busy.");
            }
        };
        Assert.Equal(503, await PostAsync(Events("CallConnected")));

        exchange.Storage.Before = _ => { };
        Assert.Equal(200, await PostAsync(Events("CallConnected")));
        Assert.Equal(Phase.Ringing, CurrentPhase);
    }

    private static string Events(params string[] types) => $"[{string.Join(',', types.Select(type => $$"""
        {
          "id": "{{type}}", "source": "calling/callConnections/connection", "type": "Microsoft.Communication.{{type}}",
          "specversion": "1.0", "time": "2026-11-03T13:10:01Z",
          "data": {
            "callConnectionId": "connection", "serverCallId": "s", "correlationId": "k", "operationContext": "answer",
            "participants": [], "sequenceNumber": 1, "resultInformation": { "code": 200, "subCode": 0, "message": "" }
          }
        }
        """))}]";

    private void Authenticates(AuthenticateResult result) =>
        tokens.AuthenticateAsync(Arg.Any<HttpContext>(), "CallEvents").Returns(result);

    /// <summary>Through the middleware that makes 503 of what is thrown.</summary>
    private async Task<int> PostAsync(string body, string? id = null, string? secret = null)
    {
        var http = new DefaultHttpContext { RequestServices = new ServiceCollection().AddSingleton(tokens).BuildServiceProvider() };
        http.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(body));
        http.Request.RouteValues["id"] = id ?? call.Facts.Id;
        http.Request.RouteValues["secret"] = secret ?? call.Facts.Secret;
        function.Items.Returns(new Dictionary<object, object> { ["HttpRequestContext"] = http });
        var webhook = new CallEventsWebhook(new CallEventsHandler(new CallEventReader(), exchange.Runner));
        await new RetryLaterMiddleware(NullLogger<RetryLaterMiddleware>.Instance).Invoke(
            function, _ => webhook.RunAsync(http.Request, TestContext.Current.CancellationToken));
        return http.Response.StatusCode;
    }
}

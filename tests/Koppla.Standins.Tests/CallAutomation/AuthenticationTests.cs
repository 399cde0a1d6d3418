using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Azure.Communication.CallAutomation;
using Azure.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using static Koppla.Standins.Tests.CallAutomation.Samples;

namespace Koppla.Standins.Tests.CallAutomation;

public sealed class AuthenticationTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_signature_covers_method_target_date_host_and_body()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 22, 21, 57, 48, TimeSpan.Zero));
        var wire = new Wire(time: time);
        wire.Handler.Answer(204);

        await wire.Client.RejectCallAsync(Context, Stop);

        var sent = wire.Sent;
        Assert.Equal("Sun, 22 Nov 2026 21:57:48 GMT", sent["x-ms-date"]);
        Assert.Equal(sent["x-ms-date"], sent["Date"]);
        Assert.Equal(sent["x-ms-date"], sent["Repeatability-First-Sent"]);
        Assert.Equal(
            Expected("POST", "/calling/callConnections:reject?api-version=2026-03-12", sent["x-ms-date"], "acs-fwd.example.net", sent.Body!, sent["x-ms-content-sha256"]),
            sent["Authorization"]);
    }

    [Fact]
    public async Task An_empty_body_has_the_hash_of_nothing()
    {
        var wire = Wire.Answering(200, Participant);

        await wire.Call.GetParticipantAsync(Caller, Stop);

        Assert.Equal("47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=", wire.Sent["x-ms-content-sha256"]);
    }

    [Fact]
    public async Task A_signature_holds_for_what_a_server_receives()
    {
        await using var app = Loopback(out var received);
        await app.StartAsync(Stop);
        var endpoint = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        var client = new CallAutomationClient($"AccessKey={Wire.Key};Endpoint={endpoint}");

        await client.GetCallConnection("cc-1").GetParticipantAsync(Caller, Stop);
        await client.GetCallConnection("cc-1").HangUpAsync(forEveryone: true, Stop);
        await client.RedirectCallAsync(Context, InvitePrimary(), Stop);

        Assert.Equal("/calling/callConnections/cc-1/participants/4%3A%2B46709990001?api-version=2026-03-12", received[0].Target);
        Assert.Equal(3, received.Count);
        Assert.All(received, request => Assert.Equal(
            Expected(request.Method, request.Target, request.Date, $"127.0.0.1:{endpoint.Port}", request.Body, request.Hash),
            request.Authorization));
        await app.StopAsync(Stop);
    }

    [Fact]
    public async Task A_credential_becomes_a_bearer_token_of_the_communication_scope()
    {
        var wire = new Wire();
        var credential = new FixedCredential();
        var client = new CallAutomationClient(new Uri(Wire.Endpoint), credential, wire.Options());
        wire.Handler.Answer(204);

        await client.RejectCallAsync(Context, Stop);

        Assert.Equal("Bearer token-1", wire.Sent["Authorization"]);
        Assert.Equal(["https://communication.azure.com//.default"], credential.Scopes);
        Assert.False(wire.Sent.Has("x-ms-content-sha256"));
    }

    [Theory]
    [InlineData("endpoint=https://a.example/;accesskey=a2V5")]
    [InlineData("accesskey=a2V5; ENDPOINT=https://a.example ;")]
    [InlineData("Endpoint=https://a.example/;AccessKey=a2V5;other=1")]
    public void A_connection_string_is_read_in_any_order_and_case(string text)
    {
        var connection = ConnectionString.Parse(text);

        Assert.Equal(new Uri("https://a.example/"), connection.Endpoint);
        Assert.Equal("key"u8.ToArray(), connection.AccessKey);
    }

    [Theory]
    [InlineData("accesskey=c2VjcmV0")]
    [InlineData("endpoint=https://a.example/")]
    [InlineData("endpoint=a.example;accesskey=c2VjcmV0")]
    [InlineData("endpoint=https://a.example/;accesskey=?c2VjcmV0")]
    [InlineData("c2VjcmV0")]
    public void A_bad_connection_string_is_refused_without_quoting_it(string text)
    {
        var refusal = Assert.Throws<InvalidOperationException>(() => new CallAutomationClient(text));

        Assert.DoesNotContain("c2VjcmV0", refusal.Message, StringComparison.Ordinal);
    }

    /// <summary>The rule of the service, written down a second time.</summary>
    private static string Expected(string method, string target, string date, string host, string body, string hash)
    {
        Assert.Equal(Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(body))), hash);
        using var hmac = new HMACSHA256(Convert.FromBase64String(Wire.Key));
        var signature = hmac.ComputeHash(Encoding.ASCII.GetBytes(string.Format(CultureInfo.InvariantCulture, "{0}\n{1}\n{2};{3};{4}", method, target, date, host, hash)));
        return "HMAC-SHA256 SignedHeaders=x-ms-date;host;x-ms-content-sha256&Signature=" + Convert.ToBase64String(signature);
    }

    private static WebApplication Loopback(out List<Received> received)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var requests = received = [];
        app.Run(async http =>
        {
            using var reader = new StreamReader(http.Request.Body);
            requests.Add(new Received(
                http.Request.Method, http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget, http.Request.Headers["x-ms-date"]!,
                http.Request.Headers["x-ms-content-sha256"]!, http.Request.Headers.Authorization!, await reader.ReadToEndAsync(http.RequestAborted)));
            if (HttpMethods.IsGet(http.Request.Method))
            {
                http.Response.ContentType = "application/json";
                await http.Response.WriteAsync(Participant, http.RequestAborted);
            }
            else
            {
                http.Response.StatusCode = StatusCodes.Status204NoContent;
            }
        });
        return app;
    }

    private sealed record Received(string Method, string Target, string Date, string Hash, string Authorization, string Body);

    private sealed class FixedCredential : TokenCredential
    {
        public string[] Scopes { get; private set; } = [];

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            Scopes = requestContext.Scopes;
            return new AccessToken("token-1", DateTimeOffset.MaxValue);
        }

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new(GetToken(requestContext, cancellationToken));
    }
}

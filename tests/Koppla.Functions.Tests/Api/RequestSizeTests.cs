using System.Net;
using System.Net.Sockets;
using System.Text;
using Koppla.Functions.Api;
using Koppla.Functions.Api.Documentation;
using Koppla.Functions.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Koppla.Functions.Tests.Api;

/// <summary>How large a request may be, and how slow.</summary>
public sealed class RequestSizeTests(ApiFixture fixture)
{
    private const int Larger = 256 * 1024;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Larger, HttpStatusCode.OK)]
    [InlineData(Larger + 1, HttpStatusCode.RequestEntityTooLarge)]
    public async Task An_endpoint_may_take_a_larger_body(int bytes, HttpStatusCode expected)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var app = builder.Build();
        app.Use((context, next) =>
        {
            context.LimitBody(BodySize.Default);
            return next(context);
        });
        app.UseRouting();
        app.MapPost("/", (HttpRequest request) => request.Body.CopyToAsync(Stream.Null)).TakesUpTo(Larger);
        await app.StartAsync(Cancellation);
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };

        Assert.Equal(expected, await client.PostAsync("", new ByteArrayContent(new byte[bytes]), Cancellation).StatusAsync());
    }

    /// <summary>Kestrel, which the worker runs on, has limits of its own for these.</summary>
    [Theory]
    [InlineData(9_000, 0, HttpStatusCode.RequestUriTooLong)]
    [InlineData(0, 40_000, HttpStatusCode.RequestHeaderFieldsTooLarge)]
    public async Task The_query_and_the_headers_are_limited(int query, int header, HttpStatusCode expected)
    {
        using var tenant = await Tenant.CreateAsync(fixture);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"colleagues?q={new string('a', query)}");
        request.Headers.Add("X-Long", new string('a', header));

        Assert.Equal(expected, await tenant.SendAsync(request).StatusAsync());
    }

    [Theory]
    [MemberData(nameof(Documentation.OperationTests.Bodies), MemberType = typeof(Documentation.OperationTests))]
    public async Task A_body_that_does_not_come_is_not_waited_for(string id, string type)
    {
        var time = new FakeTimeProvider();
        await using var host = await ApiHost.StartAsync(
            fixture.ConnectionString, fixture.Issuer.Tokens, services => services.AddSingleton<TimeProvider>(time));
        var operation = Documentation.KeptDocument.Operations.Single(each => each.Id == id);
        var path = operation.Path.Replace("{user}", "me", StringComparison.Ordinal);
        using var connection = new TcpClient();
        await connection.ConnectAsync(host.BaseAddress.Host, host.BaseAddress.Port, Cancellation);
        await using var stream = connection.GetStream();
        var token = fixture.Issuer.Tokens.PersonToken(
            Guid.NewGuid(), Guid.NewGuid(), "Anna Berg", [Policies.AdministratorRole, Policies.UserRole], ApiHost.Audience);
        await stream.WriteAsync(
            Encoding.ASCII.GetBytes(
                $"{operation.Method} /api{path} HTTP/1.1\r\nHost: {host.BaseAddress.Authority}\r\nAuthorization: Bearer {token}\r\n" +
                $"Content-Type: {type}\r\nContent-Length: 100\r\n\r\n{{"),
            Cancellation);

        using var reader = new StreamReader(stream);
        var answer = reader.ReadLineAsync(Cancellation).AsTask();
        while (!answer.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(1)); // the wait may begin after any of these
            await Task.Yield();
        }

        Assert.StartsWith("HTTP/1.1 408", await answer, StringComparison.Ordinal);
    }
}

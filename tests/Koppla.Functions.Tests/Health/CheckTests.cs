using System.Net;
using System.Text;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Koppla.Functions.Health;
using Koppla.Functions.Storage;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Time.Testing;

namespace Koppla.Functions.Tests.Health;

public sealed class CheckTests
{
    [Fact]
    public async Task A_check_that_never_answers_has_failed_after_two_seconds()
    {
        var time = new FakeTimeProvider();
        var check = new BoundedHealthCheck(new Silent(), time);

        var pending = check.CheckHealthAsync(new HealthCheckContext(), TestContext.Current.CancellationToken);
        time.Advance(TimeSpan.FromSeconds(1.9));
        Assert.False(pending.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(0.1));

        Assert.Equal(HealthStatus.Unhealthy, (await pending).Status);
    }

    [Fact]
    public async Task Storage_without_one_of_its_tables_is_unhealthy()
    {
        using var whole = new TableServer(missing: null);
        using var part = new TableServer(missing: "journal");

        Assert.Equal(HealthStatus.Healthy, await CheckAsync(whole));
        Assert.Equal(HealthStatus.Unhealthy, await CheckAsync(part));
    }

    private static async Task<HealthStatus> CheckAsync(TableServer server)
    {
        using var transport = new HttpClientTransport(server);
        var service = new TableServiceClient(
            "DefaultEndpointsProtocol=http;AccountName=a;AccountKey=c2VjcmV0;TableEndpoint=http://127.0.0.1:1/a;",
            new TableClientOptions { Transport = transport });
        return (await new StorageHealthCheck(new Tables(service)).CheckHealthAsync(new(), TestContext.Current.CancellationToken)).Status;
    }

    private sealed class Silent : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            new TaskCompletionSource<HealthCheckResult>().Task;
    }

    /// <summary>Answers as the service: a row that is missing is no row of a query, a table that is missing is 404.</summary>
    private sealed class TableServer(string? missing) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var isMissing = missing is not null && request.RequestUri!.AbsolutePath.EndsWith($"/{missing}()", StringComparison.Ordinal);
            var body = isMissing
                ? """{"odata.error":{"code":"TableNotFound","message":{"lang":"en-US","value":"The table specified does not exist."}}}"""
                : """{"value":[]}""";
            return Task.FromResult(new HttpResponseMessage(isMissing ? HttpStatusCode.NotFound : HttpStatusCode.OK)
            {
                Content = new StringContent(body, Encoding.UTF8, "application/json"),
            });
        }
    }
}

using Azure.Identity;
using Koppla.Functions.Telemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Koppla.Functions.Tests.Telemetry;

public sealed class ExporterTests
{
    [Fact]
    public void Without_a_setting_nothing_is_made()
    {
        var services = new ServiceCollection();

        services.AddTelemetry(new ConfigurationBuilder().Build());

        Assert.DoesNotContain(services, service => service.ServiceType.FullName!.Contains("OpenTelemetry", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("APPLICATIONINSIGHTS_CONNECTION_STRING", "InstrumentationKey=1", true, false, false)]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:4318", false, true, false)]
    [InlineData("Telemetry:Console", "true", false, false, true)]
    [InlineData("Telemetry:Console", "false", false, false, false)]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", " ", false, false, false)]
    public void A_setting_chooses_its_exporter(string name, string value, bool azureMonitor, bool otlp, bool console)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new(name, value)]).Build();

        Assert.Equal(new ExporterChoice(azureMonitor, otlp, console), ExporterChoice.Of(configuration));
    }

    [Theory]
    [InlineData("ClientId=5d0c1f4e-8b1e-4c55-9a55-0f2a6f0c7a01;Authorization=AAD", true)]
    [InlineData("Authorization=AAD", true)]
    [InlineData("Authorization=other", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Azure_Monitor_is_reached_with_the_managed_identity_where_the_platform_says_so(string? authentication, bool byIdentity) =>
        Assert.Equal(byIdentity, AzureMonitor.CredentialOf(authentication) is ManagedIdentityCredential);
}

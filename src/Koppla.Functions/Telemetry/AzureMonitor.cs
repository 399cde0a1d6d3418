using Azure.Core;
using Azure.Identity;
using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Extensions.Configuration;

namespace Koppla.Functions.Telemetry;

/// <summary>How Azure Monitor is reached.</summary>
internal static class AzureMonitor
{
    /// <summary>As the platform reads it: <c>ClientId=...;Authorization=AAD</c>, or without the id for the system's identity.</summary>
    public const string AuthenticationSetting = "APPLICATIONINSIGHTS_AUTHENTICATION_STRING";

    private const string SamplerSetting = "OTEL_TRACES_SAMPLER";

    public static void Configure(AzureMonitorExporterOptions options, IConfiguration configuration)
    {
        options.ConnectionString = configuration[ExporterChoice.AzureMonitorSetting];
        options.Credential = CredentialOf(configuration[AuthenticationSetting]);

        // A standing connection of every instance, for a page that is seldom looked at.
        options.EnableLiveMetrics = false;
        if (string.IsNullOrEmpty(configuration[SamplerSetting]))
        {
            // All of every call. The exporter's own rate would keep some callbacks of a call and drop others.
            options.TracesPerSecond = null;
            options.SamplingRatio = 1;
        }
    }

    /// <returns>Null: the connection string's own key is used.</returns>
    internal static TokenCredential? CredentialOf(string? authentication)
    {
        var parts = (authentication ?? string.Empty)
            .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(part => part.Split('=', 2))
            .Where(part => part.Length == 2)
            .ToDictionary(part => part[0], part => part[1], StringComparer.OrdinalIgnoreCase);
        return !parts.TryGetValue("Authorization", out var kind) || !kind.Equals("AAD", StringComparison.OrdinalIgnoreCase)
            ? null
            : new ManagedIdentityCredential(
                parts.TryGetValue("ClientId", out var client) ? ManagedIdentityId.FromUserAssignedClientId(client) : ManagedIdentityId.SystemAssigned);
    }
}

using System.Diagnostics;
using Koppla.Functions.Settings;
using Koppla.Functions.Telemetry.Masking;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Koppla.Functions.Telemetry;

/// <summary>Traces, metrics and logs by OpenTelemetry. Masking comes before every exporter. See docs/telemetry.md.</summary>
internal static class TelemetryServices
{
    private const string ServiceName = "koppla";

    public static IServiceCollection AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<TelemetryOptions>(configuration, TelemetryOptions.Section);
        var choice = ExporterChoice.Of(configuration);
        if (choice.IsNone)
        {
            return services;
        }

        // Read once, when the first client of Azure is made: without it there are no spans of storage.
        AppContext.SetSwitch("Azure.Experimental.EnableActivitySource", true);
        services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(ServiceName).AddEnvironmentVariableDetector())
            .WithTracing(traces => traces.AddKoppla().ExportTo(choice, configuration))
            .WithMetrics(metrics => metrics.AddKoppla().ExportTo(choice, configuration))
            .WithLogging(logs => logs.AddProcessor(new MaskedLogs()).ExportTo(choice, configuration), options => options.IncludeFormattedMessage = true);
        return services.AddLogging(logging => logging
            // What the framework says of each request is in its span, and in addresses.
            .AddFilter<OpenTelemetryLoggerProvider>("Microsoft", LogLevel.Warning)
            .AddFilter<OpenTelemetryLoggerProvider>("System", LogLevel.Warning)
            .AddFilter<OpenTelemetryLoggerProvider>("Azure", LogLevel.Warning));
    }

    private static TracerProviderBuilder AddKoppla(this TracerProviderBuilder traces) => traces
        .AddSource(SignalNames.Source, "Azure.*")
        .AddAspNetCoreInstrumentation(requests => requests.Filter = IsOfItsOwn)
        .AddHttpClientInstrumentation(requests => requests.FilterHttpRequestMessage = _ => !IsOfAzureClient())
        .AddProcessor(new MaskedSpans());

    private static MeterProviderBuilder AddKoppla(this MeterProviderBuilder metrics) =>
        metrics.AddMeter(SignalNames.Source, "Microsoft.AspNetCore.Hosting", "System.Runtime");

    /// <summary>A delivery or a callback is told of in the trace of its call.</summary>
    private static bool IsOfItsOwn(HttpContext context) =>
        !context.Request.Path.StartsWithSegments("/api/hooks", StringComparison.OrdinalIgnoreCase)
        && !context.Request.Path.StartsWithSegments("/runtime", StringComparison.OrdinalIgnoreCase);

    /// <summary>The clients of Azure tell of their requests themselves.</summary>
    private static bool IsOfAzureClient() => Activity.Current?.Parent?.Source.Name.StartsWith("Azure.", StringComparison.Ordinal) == true;
}

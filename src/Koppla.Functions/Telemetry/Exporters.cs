using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Extensions.Configuration;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Koppla.Functions.Telemetry;

/// <summary>The exporters of the three signals.</summary>
internal static class Exporters
{
    public static void ExportTo(this TracerProviderBuilder traces, ExporterChoice choice, IConfiguration configuration)
    {
        if (choice.AzureMonitor)
        {
            traces.AddAzureMonitorTraceExporter(options => AzureMonitor.Configure(options, configuration));
        }

        if (choice.Otlp)
        {
            traces.AddOtlpExporter();
        }

        if (choice.Console)
        {
            traces.AddConsoleExporter();
        }
    }

    public static void ExportTo(this MeterProviderBuilder metrics, ExporterChoice choice, IConfiguration configuration)
    {
        if (choice.AzureMonitor)
        {
            metrics.AddAzureMonitorMetricExporter(options => AzureMonitor.Configure(options, configuration));
        }

        if (choice.Otlp)
        {
            metrics.AddOtlpExporter();
        }

        if (choice.Console)
        {
            metrics.AddConsoleExporter();
        }
    }

    public static void ExportTo(this LoggerProviderBuilder logs, ExporterChoice choice, IConfiguration configuration)
    {
        if (choice.AzureMonitor)
        {
            logs.AddAzureMonitorLogExporter(options => AzureMonitor.Configure(options, configuration));
        }

        if (choice.Otlp)
        {
            logs.AddOtlpExporter();
        }

        if (choice.Console)
        {
            logs.AddConsoleExporter();
        }
    }
}

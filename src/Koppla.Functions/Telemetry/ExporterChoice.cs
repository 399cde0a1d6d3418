using Microsoft.Extensions.Configuration;

namespace Koppla.Functions.Telemetry;

/// <summary>Where telemetry goes, by the settings that say so; several may.</summary>
internal sealed record ExporterChoice(bool AzureMonitor, bool Otlp, bool Console)
{
    public const string AzureMonitorSetting = "APPLICATIONINSIGHTS_CONNECTION_STRING";
    public const string OtlpSetting = "OTEL_EXPORTER_OTLP_ENDPOINT";

    private const string ConsoleSetting = $"{TelemetryOptions.Section}:{nameof(TelemetryOptions.Console)}";

    /// <summary>Nobody wants it: then nothing is made.</summary>
    public bool IsNone => this is { AzureMonitor: false, Otlp: false, Console: false };

    public static ExporterChoice Of(IConfiguration configuration) => new(
        !string.IsNullOrWhiteSpace(configuration[AzureMonitorSetting]),
        !string.IsNullOrWhiteSpace(configuration[OtlpSetting]),
        bool.TryParse(configuration[ConsoleSetting], out var console) && console);
}

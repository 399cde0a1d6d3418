namespace Koppla.Functions.Telemetry;

/// <summary>What is our own of the settings of telemetry; the others have the names that the platform and OpenTelemetry give them.</summary>
internal sealed class TelemetryOptions
{
    public const string Section = "Telemetry";

    /// <summary>Whether telemetry is written to standard output.</summary>
    public bool Console { get; init; }
}

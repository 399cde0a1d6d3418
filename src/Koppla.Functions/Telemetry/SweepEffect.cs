namespace Koppla.Functions.Telemetry;

/// <summary>What the sweeper did to a call whose events never came.</summary>
internal enum SweepEffect
{
    Advanced,
    Ended,
}

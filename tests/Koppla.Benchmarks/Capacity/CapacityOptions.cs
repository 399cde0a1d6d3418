namespace Koppla.Benchmarks.Capacity;

/// <summary>What the model assumes beside what is counted.</summary>
/// <param name="InstanceGigabytes">Memory of an instance, as it is billed.</param>
/// <param name="Concurrency">Executions at the same time in an instance.</param>
/// <param name="TableMilliseconds">One request to the tables.</param>
/// <param name="CommandMilliseconds">One command to the provider.</param>
/// <param name="CpuMilliseconds">Of one core, an execution.</param>
/// <param name="LogKilobytes">Of telemetry, an execution, after sampling.</param>
/// <param name="CallSeconds">From the first ring to the end.</param>
/// <param name="LargestShare">Of all calls: those of the organisation with most.</param>
internal sealed record CapacityOptions(
    double InstanceGigabytes = 2,
    int Concurrency = 16,
    double TableMilliseconds = 5,
    double CommandMilliseconds = 60,
    double CpuMilliseconds = 4,
    double LogKilobytes = 1,
    int CallSeconds = 180,
    double LargestShare = 0.1);

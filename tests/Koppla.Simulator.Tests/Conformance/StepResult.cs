using System.Text.Json;

namespace Koppla.Simulator.Tests.Conformance;

/// <summary>One line that the driver prints.</summary>
public sealed record StepResult(string Step, bool Ok, string Detail)
{
    /// <summary>Null for a line that is not a result.</summary>
    public static StepResult? Read(string line) =>
        line.StartsWith("{\"step\"", StringComparison.Ordinal) ? JsonSerializer.Deserialize(line, ConformanceJson.Default.StepResult) : null;
}

using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Koppla.Functions.Health;

/// <summary>What everybody may know: names and states, and no reasons.</summary>
/// <param name="Status"><c>healthy</c>, <c>degraded</c> or <c>unhealthy</c>: that of the worst part.</param>
internal sealed record HealthBody(string Status, IReadOnlyList<HealthPartBody>? Checks)
{
    public static HealthBody Alive { get; } = new(Word(HealthStatus.Healthy), null);

    public static HealthBody Of(HealthReport report) => new(
        Word(report.Status), [.. report.Entries.Select(part => new HealthPartBody(part.Key, Word(part.Value.Status)))]);

    private static string Word(HealthStatus status) => status switch
    {
        HealthStatus.Healthy => "healthy",
        HealthStatus.Degraded => "degraded",
        _ => "unhealthy",
    };
}

using System.Globalization;
using Microsoft.Coyote;
using Microsoft.Coyote.SystematicTesting;

namespace Koppla.Concurrency.Tests;

/// <summary>
/// Runs something under schedules that Coyote draws: at each point where tasks could change places, it says which goes on. The
/// environment variable <c>CONCURRENCY_SCHEDULES</c> makes it more or fewer of them.
/// </summary>
internal static class Exploration
{
    private const uint Seed = 20261124;
    private const int MostSteps = 2000;

    private static readonly uint Schedules =
        uint.TryParse(Environment.GetEnvironmentVariable("CONCURRENCY_SCHEDULES"), NumberStyles.None, CultureInfo.InvariantCulture, out var set) ? set : 200;

    /// <summary>What went wrong under some schedule, with that schedule; null: nothing under any.</summary>
    public static string? Find(Func<Task> run)
    {
        var configuration = Configuration.Create()
            .WithTestingIterations(Schedules)
            .WithMaxSchedulingSteps(MostSteps)
            .WithRandomGeneratorSeed(Seed)
            .WithTelemetryEnabled(false);
        using var engine = TestingEngine.Create(configuration, run);
        engine.Run();
        var report = engine.TestReport;
        Assert.True(report.NumOfFoundBugs > 0 || report.NumOfExploredFairPaths + report.NumOfExploredUnfairPaths >= Schedules, engine.GetReport());
        return report.NumOfFoundBugs == 0 ? null : $"{string.Join(Environment.NewLine, report.BugReports)}{Environment.NewLine}{engine.ReproducibleTrace}";
    }
}

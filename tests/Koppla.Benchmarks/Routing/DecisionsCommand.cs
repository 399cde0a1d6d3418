using System.CommandLine;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace Koppla.Benchmarks.Routing;

/// <summary><c>decisions</c>: the pure decision, by BenchmarkDotNet. What follows is passed on to it, such as <c>--filter *Reserved*</c>.</summary>
internal static class DecisionsCommand
{
    public static Command Create()
    {
        var command = new Command("decisions", "How long a decision takes once everything is read.") { TreatUnmatchedTokensAsErrors = false };
        command.SetAction(arguments => Run([.. arguments.UnmatchedTokens]));
        return command;
    }

    private static void Run(string[] options)
    {
        // In this process: a generated project would be built under the rules of this repository.
        var config = ManualConfig.Create(DefaultConfig.Instance)
            .AddJob(Job.Default.WithToolchain(new InProcessEmitToolchain(new())).WithMaxIterationCount(20))
            .AddColumn(StatisticColumn.OperationsPerSecond)
            .WithArtifactsPath(Path.Combine(AppContext.BaseDirectory, "results"));
        BenchmarkRunner.Run<DecisionBenchmarks>(config, options);
    }
}

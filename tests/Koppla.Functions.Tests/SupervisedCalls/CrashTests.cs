using System.Globalization;
using Koppla.Functions.Tests.SupervisedCalls.Model;
using NodaTime;

namespace Koppla.Functions.Tests.SupervisedCalls;

/// <summary>The process is killed at each operation of a call in turn, before it is done and after.</summary>
public sealed class CrashTests
{
    /// <summary>Until the sweeper has missed a prompt or a transfer.</summary>
    private static readonly Duration MostSilence = Duration.FromSeconds(45);
    private static readonly Duration MostNoise = Duration.FromSeconds(45);

    public static TheoryData<string> Scenarios => Scenario.Names;

    [Theory]
    [MemberData(nameof(Scenarios))]
    public Task A_call_ends_as_it_should_when_its_process_dies_and_the_event_comes_again(string name) => KillEverywhereAsync(name, redelivers: true);

    [Theory]
    [MemberData(nameof(Scenarios))]
    public Task A_call_ends_as_it_should_when_its_process_dies_and_the_event_is_lost(string name) => KillEverywhereAsync(name, redelivers: false);

    private static async Task KillEverywhereAsync(string name, bool redelivers)
    {
        var scenario = Scenario.All[name];
        var failures = new List<string>();
        foreach (var before in new[] { true, false })
        {
            var operation = 0;
            do
            {
                operation++;
            }
            while (await StrikesAsync(scenario, operation, before, redelivers, failures));
            Assert.True(operation > 10, "A call has more operations.");
        }

        Assert.True(failures.Count == 0, string.Join(Environment.NewLine, failures));
    }

    private static async Task<bool> StrikesAsync(Scenario scenario, int operation, bool before, bool redelivers, List<string> failures)
    {
        using var run = await scenario.PlayAsync(perils => perils.KillAt(operation, before), redelivers);
        var record = run.Exchange.Records.Count == 1 ? run.Record : null;
        if (record?.Outcome != scenario.Outcome || (scenario.Target is not null && record.Target != scenario.Target)
            || run.Provider.RangTwice || !run.Provider.IsOver
            || run.Provider.LongestSilence > MostSilence || run.Provider.LongestNoise > MostNoise)
        {
            failures.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"killed {(before ? "before" : "after")} operation {operation}: {run.Exchange.Records.Count} records, {record?.Outcome} {record?.Target}, twice {run.Provider.RangTwice}, over {run.Provider.IsOver}, silence {run.Provider.LongestSilence}, noise {run.Provider.LongestNoise}; {string.Join(", ", run.Provider.Sent)}"));
        }

        return run.Perils.HasStruck;
    }
}

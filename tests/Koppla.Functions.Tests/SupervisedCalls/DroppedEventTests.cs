using Koppla.Functions.Tests.SupervisedCalls.Model;

namespace Koppla.Functions.Tests.SupervisedCalls;

/// <summary>Each event of a call, and each pair of them, is lost on the way.</summary>
public sealed class DroppedEventTests
{
    public static TheoryData<string> Scenarios => Scenario.Names;

    [Theory]
    [MemberData(nameof(Scenarios))]
    public async Task A_call_ends_with_one_record_whichever_of_its_events_are_lost(string name)
    {
        var scenario = Scenario.All[name];
        using var whole = await scenario.PlayAsync();
        var events = whole.Told.Select(happened => happened.Id).ToArray();
        var failures = new List<string>();
        foreach (var first in events)
        {
            foreach (var second in events.Where(each => string.CompareOrdinal(each, first) >= 0))
            {
                using var run = await scenario.PlayAsync(isDropped: happened => happened.Id == first || happened.Id == second);
                if (run.Exchange.Records.Count != 1 || !run.Provider.IsOver || run.Provider.RangTwice)
                {
                    failures.Add($"without {first} and {second}: {run.Exchange.Records.Count} records, {string.Join(", ", run.Provider.Sent)}");
                }
            }
        }

        Assert.True(failures.Count == 0, string.Join(Environment.NewLine, failures));
    }
}

using Koppla.Functions.Calls;
using Koppla.Functions.Tests.SupervisedCalls.Model;
using NodaTime;

namespace Koppla.Functions.Tests.SupervisedCalls;

/// <summary>Whole calls in which nothing goes wrong, or one thing does: see <see cref="CrashTests"/> and <see cref="DroppedEventTests"/>.</summary>
public sealed class WholeCallTests
{
    public static TheoryData<string> Scenarios => Scenario.Names;

    [Theory]
    [MemberData(nameof(Scenarios))]
    public async Task A_call_ends_as_it_should(string name)
    {
        var scenario = Scenario.All[name];

        using var run = await scenario.PlayAsync();

        Assert.Equal((scenario.Outcome, scenario.Target), (run.Record.Outcome, run.Record.Target ?? scenario.Target));
        Assert.True(run.Provider.IsOver);
        Assert.False(run.Provider.RangTwice);
        Assert.Equal(scenario.Outcome == CallOutcome.Answered, run.Record.AnsweredAt is not null);
        Assert.NotNull(run.Record.EndedAt);
        Assert.InRange(run.Provider.LongestSilence, Duration.Zero, Duration.FromSeconds(1));
        Assert.Equal(Duration.Zero, run.Provider.LongestNoise);
    }
}

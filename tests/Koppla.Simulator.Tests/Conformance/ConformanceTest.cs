namespace Koppla.Simulator.Tests.Conformance;

/// <summary>The official JavaScript SDK, unmodified, works against the simulator. Each step of its driver is a test of its own.</summary>
public sealed class ConformanceTest(ConformanceRun run) : IClassFixture<ConformanceRun>
{
    public static TheoryData<string> Commands => [.. ConformanceSteps.Commands];

    public static TheoryData<string> Events => [.. ConformanceSteps.Events];

    [Theory]
    [MemberData(nameof(Commands))]
    public void The_official_sdk_can(string step) => AssertOk(step);

    [Theory]
    [MemberData(nameof(Events))]
    public void The_official_parser_accepts(string kind) => AssertOk(ConformanceSteps.EventStep(kind));

    [Fact]
    public void The_driver_ran_exactly_the_listed_steps() =>
        Assert.Equal(ConformanceSteps.All.Order(StringComparer.Ordinal), run.Results.Keys.Order(StringComparer.Ordinal), StringComparer.Ordinal);

    private void AssertOk(string step)
    {
        Assert.True(run.Results.TryGetValue(step, out var result), $"The driver did not run '{step}'. {run.Ending}");
        Assert.True(result.Ok, result.Detail);
    }
}

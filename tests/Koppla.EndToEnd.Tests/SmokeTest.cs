namespace Koppla.EndToEnd.Tests;

public sealed class SmokeTest
{
    [Fact]
    public void It_runs() => Assert.True(true);
}

using Koppla.Local.Processes;

namespace Koppla.Simulator.Tests.Azurite;

public sealed class OutputLinesTest
{
    [Fact]
    public async Task A_long_output_keeps_its_latest_lines_and_can_still_be_waited_on()
    {
        var output = new OutputLines();
        var last = output.FirstAsync(line => line is "24999", TestContext.Current.CancellationToken);

        for (var line = 0; line < 25_000; line++)
        {
            output.Add($"{line}");
        }

        Assert.Equal("24999", await last);
        Assert.InRange(output.Last(int.MaxValue).Count, 5_000, 10_000);
        Assert.Equal("24999", Assert.Single(output.Last(1)));
    }

    [Fact]
    public async Task The_end_of_the_output_ends_the_wait()
    {
        var output = new OutputLines();
        var wait = output.FirstAsync(_ => false, TestContext.Current.CancellationToken);

        output.Add("something else");
        output.Complete();

        Assert.Null(await wait);
    }
}

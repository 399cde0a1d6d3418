using Koppla.Functions.IncomingCalls;
using Koppla.Routing.Directory;

namespace Koppla.Functions.Tests.IncomingCalls;

public sealed class KnownLinesTests
{
    [Fact]
    public void A_line_is_known_by_its_latest_device()
    {
        using var lines = new KnownLines();

        lines.Remember(Numbers.Fixed, new AppDevice("8:acs:1_old"));
        lines.Remember(Numbers.Fixed, new AppDevice("8:acs:1_new"));

        Assert.Equal(new AppDevice("8:acs:1_new"), lines.For(Numbers.Fixed));
        Assert.Null(lines.For(Numbers.Mobile));
    }

    [Fact]
    public void Memory_is_bounded()
    {
        using var lines = new KnownLines();
        var device = new TelephoneDevice(Numbers.Outside);
        var known = Enumerable.Range(0, KnownLines.Capacity + 500).Select(i => Numbers.Of($"+46 8 46 {i:D5}")).ToArray();

        foreach (var line in known)
        {
            lines.Remember(line, device);
        }

        Assert.InRange(known.Count(line => lines.For(line) is not null), 1, KnownLines.Capacity);
    }
}

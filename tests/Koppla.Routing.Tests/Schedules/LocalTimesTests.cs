using Koppla.Routing.Schedules;
using static Koppla.Routing.Tests.Schedules.Anna;

namespace Koppla.Routing.Tests.Schedules;

public sealed class LocalTimesTests
{
    // 2026-03-29  __01:59 CET///invalid///03:00 CEST__   2026-10-25  02:00=CEST=02:59|02:00=CET=02:59|
    [Theory]
    [InlineData("2026-03-29 01:59", "2026-03-29 00:59Z")]
    [InlineData("2026-03-29 02:30", "2026-03-29 01:00Z")]
    [InlineData("2026-03-29 03:00", "2026-03-29 01:00Z")]
    [InlineData("2026-10-25 02:30", "2026-10-25 01:30Z")]
    [InlineData("2026-10-25 03:00", "2026-10-25 02:00Z")]
    public void An_end_that_is_skipped_is_where_the_clock_goes_on_and_a_repeated_one_is_the_second(string local, string end) =>
        Assert.Equal(At(end), LocalTimes.End(Local(local), Stockholm));
}

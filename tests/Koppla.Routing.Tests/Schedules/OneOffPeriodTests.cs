using Koppla.Routing.Profiles;
using Koppla.Routing.Schedules;
using static Koppla.Routing.Tests.Schedules.Anna;

namespace Koppla.Routing.Tests.Schedules;

public sealed class OneOffPeriodTests
{
    // 22 Dec: ____|15:00==== ... 7 Jan: ====08:00|____
    [Theory]
    [InlineData("2026-12-22 14:59", false)]
    [InlineData("2026-12-22 15:00", true)]
    [InlineData("2026-12-31 23:59", true)]
    [InlineData("2027-01-07 07:59", true)]
    [InlineData("2027-01-07 08:00", false)]
    public void A_period_lasts_over_days_to_just_before_its_end(string at, bool covered) =>
        Assert.Equal(
            covered ? new(Leave, InForceSource.OneOff) : new(Available, InForceSource.Default),
            ProfileInForce.At(With(OneOff(Leave, "2026-12-22 15:00", "2027-01-07 08:00")), At(at)));

    // priority 1: ____________________|11:00=lunch=12:00|____
    // priority 0: __|08:00=========leave==================17:00|
    //             ______|10:00===meeting=======13:00|________
    //             ______|10:00==gone==11:00|_________________
    [Theory]
    [InlineData("2026-11-03 09:00", "semester")]
    [InlineData("2026-11-03 10:00", "mote")]
    [InlineData("2026-11-03 11:00", "lunch")]
    [InlineData("2026-11-03 12:00", "mote")]
    [InlineData("2026-11-03 13:00", "semester")]
    public void The_higher_priority_wins_then_the_later_beginning_then_the_first_listed(string at, string profile) =>
        Assert.Equal(
            new(ProfileId.Parse(profile).Value, InForceSource.OneOff),
            ProfileInForce.At(
                With(
                    OneOff(Leave, "2026-11-03 08:00", "2026-11-03 17:00"),
                    OneOff(Meeting, "2026-11-03 10:00", "2026-11-03 13:00"),
                    OneOff(Gone, "2026-11-03 10:00", "2026-11-03 11:00"),
                    OneOff(Lunch, "2026-11-03 11:00", "2026-11-03 12:00", priority: 1)),
                At(at)));
}

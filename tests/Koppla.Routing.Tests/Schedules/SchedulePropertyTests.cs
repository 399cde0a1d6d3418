using CsCheck;
using Koppla.Routing.Directory;
using Koppla.Routing.Schedules;
using NodaTime;
using static Koppla.Routing.Tests.Schedules.Oracle;

namespace Koppla.Routing.Tests.Schedules;

/// <summary>What holds for all schedules, in zones whose clocks change in all sorts of ways.</summary>
public sealed class SchedulePropertyTests
{
    private static readonly Duration FourYears = Duration.FromDays(1461);

    [Fact]
    public void Around_a_change_of_the_clock_every_minute_is_as_the_oracle_says() =>
        Sample(150, (handling, around) => Minutes(around - Duration.FromHours(27), around + Duration.FromHours(27))
            .All(minute => ProfileInForce.At(handling, minute) == At(handling, minute)));

    [Fact]
    public void At_any_instant_of_four_years_the_profile_is_as_the_oracle_says() =>
        RandomSchedules.Handlings.Select(Gen.Double[-1, 1].Array[400]).Sample(
            random => random.Item2
                .Select(part => random.Item1.Around + (FourYears * part))
                .All(at => ProfileInForce.At(random.Item1.Handling, at) == At(random.Item1.Handling, at)),
            iter: 300,
            print: random => RandomSchedules.Print(random.Item1));

    [Fact]
    public void The_changes_of_some_days_are_those_that_the_minutes_show() =>
        Sample(150, (handling, around) =>
        {
            var (from, to) = (around - Duration.FromHours(30), around + Duration.FromHours(42));
            return ProfileInForce.Changes(handling, from, to).SequenceEqual(Changes(handling, from, to));
        });

    [Fact]
    public void Just_before_the_next_change_all_is_as_it_was_and_at_it_it_is_not() =>
        Sample(3_000, (handling, around) =>
        {
            var from = around - Duration.FromHours(30) + Duration.FromNanoseconds(1);
            var now = At(handling, from);
            return ProfileInForce.NextChange(handling, from) is { } next
                ? next > from && At(handling, next) != now && At(handling, next - Duration.Epsilon) == now && ProfileInForce.NextChange(handling, next - Duration.Epsilon) == next
                : At(handling, from + ProfileInForce.Horizon - Duration.Epsilon) == now;
        });

    [Fact]
    public void The_changes_of_any_stretch_of_time_cover_it_and_are_the_next_changes() =>
        RandomSchedules.Handlings.Select(Gen.Int[1, 30 * 1440], Gen.Int[-3000, 3000]).Sample(
            random =>
            {
                var ((handling, around), length, shift) = random;
                var from = around + Duration.FromMinutes(shift);
                var to = from + Duration.FromMinutes(length);
                var at = from;
                foreach (var interval in ProfileInForce.Changes(handling, from, to))
                {
                    var next = ProfileInForce.NextChange(handling, at) ?? Instant.MaxValue;
                    Assert.Equal(new(at, Instant.Min(next, to), ProfileInForce.At(handling, at)), interval);
                    at = interval.End;
                }

                Assert.Equal(to, at);
            },
            iter: 500,
            print: random => RandomSchedules.Print(random.Item1));

    [Fact]
    public void An_activation_until_the_next_change_ends_where_the_minutes_show_the_first() =>
        Sample(150, (handling, around) =>
        {
            var activated = handling with { Activation = new(Anna.Meeting, around, UntilNextChange: true) };
            var limit = around + Duration.FromDays(5);
            var was = OfSchedule(activated, around);
            var change = Minutes(around + Minute, limit).Select(minute => (Instant?)minute).FirstOrDefault(minute => OfSchedule(activated, minute!.Value) != was);
            var end = Activations.EndOf(activated);
            var source = end is null ? InForceSource.Forced : InForceSource.Activated;
            return (change is null ? end is null || end >= limit : end == change)
                && ProfileInForce.At(activated, (end ?? limit) - Minute) == new InForce(Anna.Meeting, source)
                && (end is null || ProfileInForce.At(activated, end.Value) == OfSchedule(activated, end.Value));
        });

    [Fact]
    public void Random_schedules_meet_every_source()
    {
        var met = new HashSet<InForceSource>();
        RandomSchedules.Handlings.Sample(random => met.UnionWith(ProfileInForce.Changes(random.Handling, random.Around, random.Around + Duration.FromDays(2)).Select(interval => interval.InForce.Source)), iter: 300, threads: 1);

        Assert.Equal(Enum.GetValues<InForceSource>(), met.Order());
    }

    private static void Sample(int iterations, Func<CallHandling, Instant, bool> holds) =>
        RandomSchedules.Handlings.Sample(random => holds(random.Handling, random.Around), iter: iterations, print: RandomSchedules.Print);

    private static IEnumerable<Instant> Minutes(Instant from, Instant to)
    {
        for (var minute = from; minute < to; minute += Minute)
        {
            yield return minute;
        }
    }
}

using CsCheck;
using Koppla.Functions.Audit;
using Koppla.Functions.ChangeEvents;
using NodaTime;

namespace Koppla.Functions.Tests.ChangeEvents;

public sealed class BackOffTests
{
    private const string WithoutJitter = "0000000000000000000-0000000000000000";

    private static readonly Gen<string> Ids =
        Gen.Select(Gen.ULong, random => ChangeId.Of(Instant.FromUtc(2026, 11, 24, 9, 0), $"{random:x16}"));

    [Fact]
    public void An_event_is_sent_eleven_times_over_two_days()
    {
        var waits = Enumerable.Range(1, 10).Select(failures => BackOff.After(failures, WithoutJitter, null)!.Value).ToArray();

        Assert.Equal(11, BackOff.Tries);
        Assert.Equal("10 30 120 600 1800 3600 10800 21600 43200 86400", string.Join(' ', waits.Select(wait => wait.TotalSeconds)));
        Assert.Null(BackOff.After(11, WithoutJitter, null));
        Assert.Null(BackOff.After(11, WithoutJitter, Duration.FromSeconds(5)));
    }

    [Fact]
    public void Each_wait_is_longer_than_the_one_before_whatever_the_event() => Ids.Sample(id =>
        Enumerable.Range(1, 9).All(failures => BackOff.After(failures, id, null) < BackOff.After(failures + 1, id, null)));

    [Fact]
    public void A_wait_is_longer_by_a_fifth_at_the_most() => Gen.Select(Ids, Gen.Int[1, 10]).Sample((id, failures) =>
        BackOff.After(failures, id, null) >= BackOff.After(failures, WithoutJitter, null)
        && BackOff.After(failures, id, null) < BackOff.After(failures, WithoutJitter, null) * 1.2);

    [Fact]
    public void Events_that_failed_together_do_not_come_again_together() => Assert.True(
        Ids.Array[50].Single().Select(id => BackOff.After(1, id, null)).Distinct().Count() > 25);

    [Theory]
    [InlineData(1, 0, 10)]
    [InlineData(1, -60, 10)]
    [InlineData(1, 5, 10)]
    [InlineData(1, 60, 60)]
    [InlineData(1, 3600, 3600)]
    [InlineData(1, 1_000_000, 3600)]
    [InlineData(8, 60, 21600)]
    public void A_receiver_is_left_alone_as_long_as_it_says_within_bounds(int failures, int retryAfter, int wait) =>
        Assert.Equal(Duration.FromSeconds(wait), BackOff.After(failures, WithoutJitter, Duration.FromSeconds(retryAfter)));
}

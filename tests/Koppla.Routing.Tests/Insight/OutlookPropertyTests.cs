using CsCheck;
using Koppla.Routing.Decisions;
using Koppla.Routing.Directory;
using Koppla.Routing.Insight;
using NodaTime;

namespace Koppla.Routing.Tests.Insight;

/// <summary>What holds for every outlook.</summary>
public sealed class OutlookPropertyTests
{
    [Fact]
    public void Intervals_tile_the_window() =>
        Sample(it =>
        {
            var next = it.Window.Start;
            foreach (var interval in it.Outlook.Intervals)
            {
                if (interval.Start != next || interval.End <= interval.Start)
                {
                    return false;
                }

                next = interval.End;
            }

            return next == it.Window.End;
        });

    [Fact]
    public void At_every_instant_the_interval_says_what_a_call_then_meets() =>
        Sample(it => it.Instants.Concat(it.Outlook.Intervals.SelectMany(Edges)).All(at => it.At(at).Prospect == ProspectAt(it, at)));

    [Fact]
    public void At_every_instant_the_interval_begins_with_the_decision_that_a_live_call_gets() =>
        Sample(it => it.Instants.All(at => Same(
            it.Random.Exchange.Ask<Decided>(data => RoutingEngine.Decide(data.WithoutExceptions().WithoutForwardCounts(), CallAt(it, at))).Decision, it.At(at))));

    [Fact]
    public void Neighbours_differ() =>
        Sample(it => it.Outlook.Intervals.Zip(it.Outlook.Intervals.Skip(1))
            .All(pair => pair.First.InForce != pair.Second.InForce || pair.First.Prospect != pair.Second.Prospect));

    [Fact]
    public void An_empty_window_has_no_intervals() =>
        Sample(it => RandomOutlook.OutlookOf(it.Random.Exchange, it.Random.Call, new Interval(it.Window.Start, it.Window.Start)).Intervals.IsEmpty);

    [Fact]
    public void Random_outlooks_have_many_intervals_and_much_that_follows()
    {
        var (most, followed) = (0, 0);
        RandomOutlook.Any.Sample(
            it =>
            {
                most = Math.Max(most, it.Outlook.Intervals.Length);
                followed += it.Outlook.Intervals.Count(interval => interval.Prospect.IfBusy != interval.Prospect.IfNoAnswer);
            },
            iter: 1_000,
            threads: 1);

        Assert.True(most >= 5 && followed >= 100, $"{most} intervals at most, {followed} followed up");
    }

    [Fact]
    public void Changes_are_where_two_outlooks_differ_and_nowhere_else() =>
        Gen.Select(RandomOutlook.Any, Gen.Int[0, 5]).Sample(
            (it, user) =>
            {
                var after = After(it, user);
                var changes = OutlookChanges.Between(it.Outlook, after);
                return changes.All(change => it.Outlook.Intervals.Any(interval => interval.Prospect == change.Before))
                    && it.Instants.All(at => Differs(it.Outlook, after, at) == changes.Any(change => change.Start <= at && at < change.End))
                    && changes.Zip(changes.Skip(1)).All(pair => pair.First.End < pair.Second.Start
                        || pair.First.Before != pair.Second.Before || pair.First.After != pair.Second.After);
            },
            iter: 400);

    /// <summary>The same window after one user has activated her last profile.</summary>
    private static Outlook After(RandomOutlook it, int user)
    {
        var changed = it.Random.Exchange.Users.Values.ElementAt(user);
        var handling = changed.Handling with { Activation = new(changed.Handling.Profiles[^1].Id, it.Window.Start + (it.Window.Duration / 2)) };
        return it.Random.Exchange.Ask<Outlook>(
            data => Outlook.Of(data, it.Random.Call.Called, it.Window), RoutingData.Empty.With(changed with { Handling = handling }));
    }

    private static bool Differs(Outlook before, Outlook after, Instant at) =>
        before.Intervals.Last(interval => interval.Start <= at).Prospect != after.Intervals.Last(interval => interval.Start <= at).Prospect;

    private static IEnumerable<Instant> Edges(OutlookInterval interval) => [interval.Start, interval.End - Duration.Epsilon];

    private static Prospect ProspectAt(RandomOutlook it, Instant at) =>
        it.Random.Exchange.Ask<Prospect>(data => Prospect.Of(data.WithoutExceptions().WithoutForwardCounts(), CallAt(it, at)));

    private static Call CallAt(RandomOutlook it, Instant at) => new(it.Random.Call.Called, Caller: null, at, Trail.Empty);

    private static bool Same(Decision live, OutlookInterval interval) => (live, interval.Prospect.Opening.Steps[0].Decision) switch
    {
        (Refer one, Refer another) => one.User.Id == another.User.Id && one.Profile == another.Profile && one.Line.Equals(another.Line),
        var (one, another) => one == another,
    };

    private static void Sample(Func<RandomOutlook, bool> holds) => RandomOutlook.Any.Sample(holds, iter: 400);
}

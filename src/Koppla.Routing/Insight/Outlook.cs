using System.Collections.Immutable;
using Koppla.Routing.Decisions;
using Koppla.Routing.Directory;
using Koppla.Routing.Numbers;
using Koppla.Routing.Schedules;
using NodaTime;

namespace Koppla.Routing.Insight;

/// <summary>What calls to a number meet over a time, when no exception fits the caller.</summary>
/// <param name="Intervals">In order, without gaps, each different from the one before.</param>
public sealed record Outlook(ImmutableArray<OutlookInterval> Intervals) : Verdict
{
    /// <summary>
    /// Exact: decisions change with the profiles in force and with the cool-down of new destinations, so one is made for each stretch
    /// between two changes. How many calls will have been sent outside nobody knows, so that they have limits does not show.
    /// </summary>
    /// <param name="data">What has been read. Every user in it is taken to matter: one that does not costs time, and changes nothing.</param>
    /// <param name="window">Bounded. Empty: no intervals.</param>
    /// <returns>An outlook, or <see cref="Need"/>.</returns>
    public static Verdict Of(RoutingData data, PhoneNumber number, Interval window)
    {
        var plain = data.WithoutExceptions().WithoutForwardCounts();
        var starts = Starts(plain, window);
        var intervals = ImmutableArray.CreateBuilder<OutlookInterval>();
        for (var i = 0; i < starts.Length; i++)
        {
            var end = i + 1 < starts.Length ? starts[i + 1] : window.End;
            switch (Prospect.Of(plain, new Call(number, Caller: null, starts[i], Trail.Empty)))
            {
                case Prospect prospect:
                    Add(intervals, new(starts[i], end, InForceOf(prospect, starts[i]), prospect));
                    break;
                case var need:
                    return need;
            }
        }

        return new Outlook(intervals.ToImmutable());
    }

    private static ImmutableArray<Instant> Starts(RoutingData data, Interval window) =>
        window.Start == window.End
            ? []
            : [.. data.Users
                .SelectMany(user => ProfileInForce.Changes(user.Handling, window.Start, window.End))
                .Select(change => change.Start)
                .Concat(CoolDowns.Ends(data).Where(end => end > window.Start && end < window.End))
                .Append(window.Start)
                .Distinct()
                .Order()];

    private static void Add(ImmutableArray<OutlookInterval>.Builder intervals, OutlookInterval next)
    {
        if (intervals.Count > 0 && intervals[^1] is var last && last.InForce == next.InForce && last.Prospect == next.Prospect)
        {
            intervals[^1] = last with { End = next.End };
        }
        else
        {
            intervals.Add(next);
        }
    }

    private static InForce? InForceOf(Prospect prospect, Instant at) =>
        prospect.Opening.Steps[0].Decided.User is { } user ? ProfileInForce.At(user.Handling, at) : null;
}

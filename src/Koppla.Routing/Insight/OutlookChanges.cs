using System.Collections.Immutable;
using NodaTime;

namespace Koppla.Routing.Insight;

/// <summary>What a change of the rules does to the calls of a time.</summary>
public static class OutlookChanges
{
    /// <summary>The stretches in which two outlooks over the same window differ, in order. Which profile is in force does not count: what calls meet does.</summary>
    public static ImmutableArray<OutlookChange> Between(Outlook before, Outlook after)
    {
        var changes = ImmutableArray.CreateBuilder<OutlookChange>();
        var (i, j) = (0, 0);
        while (i < before.Intervals.Length && j < after.Intervals.Length)
        {
            var (was, willBe) = (before.Intervals[i], after.Intervals[j]);
            if (was.Prospect != willBe.Prospect)
            {
                Add(changes, new(Instant.Max(was.Start, willBe.Start), Instant.Min(was.End, willBe.End), was.Prospect, willBe.Prospect));
            }

            i += was.End <= willBe.End ? 1 : 0;
            j += willBe.End <= was.End ? 1 : 0;
        }

        return changes.ToImmutable();
    }

    private static void Add(ImmutableArray<OutlookChange>.Builder changes, OutlookChange next)
    {
        if (changes.Count > 0 && changes[^1] is var last && last.End == next.Start && last.Before == next.Before && last.After == next.After)
        {
            changes[^1] = last with { End = next.End };
        }
        else
        {
            changes.Add(next);
        }
    }
}

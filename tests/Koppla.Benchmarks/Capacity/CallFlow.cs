using Koppla.Benchmarks.Operations;

namespace Koppla.Benchmarks.Capacity;

/// <summary>Calls that come at random, as many a minute as told, each of some kind, second by second.</summary>
/// <remarks>
/// A call's first execution does what was counted up to its first command, the others share the rest, and come at random while it lasts.
/// </remarks>
internal sealed class CallFlow(IReadOnlyList<PlayedCall> kinds, CapacityOptions options)
{
    private const int Seed = 20261124;
    private const int MeasuredSeconds = 300;

    private readonly Share[] shares = [.. kinds.Select(Share.Of)];

    /// <returns>The seconds in which as many calls end as begin.</returns>
    public Second[] Play(int callsAMinute)
    {
        var random = new Random(Seed);
        Second[] seconds = [.. Enumerable.Range(0, options.CallSeconds + MeasuredSeconds).Select(_ => new Second())];
        for (var at = NextCall(random, callsAMinute); at < seconds.Length; at += NextCall(random, callsAMinute))
        {
            var share = shares[random.Next(shares.Length)];
            var isLargest = random.NextDouble() < options.LargestShare;
            Add(seconds, at, share.First, isLargest);
            for (var i = 0; i < share.Others; i++)
            {
                Add(seconds, at + (random.NextDouble() * options.CallSeconds), share.Later, isLargest);
            }
        }

        return seconds[options.CallSeconds..];
    }

    private static double NextCall(Random random, int callsAMinute) => -Math.Log(1 - random.NextDouble()) * 60 / callsAMinute;

    private void Add(Second[] seconds, double at, Work work, bool isLargest)
    {
        if (at >= seconds.Length)
        {
            return;
        }

        var second = seconds[(int)at];
        second.Executions++;
        second.Busy += ((work.Tables * options.TableMilliseconds) + (work.Commands * options.CommandMilliseconds) + options.CpuMilliseconds) / 1000;
        second.TableRequests += work.Tables;
        second.Users += isLargest ? work.Users : 0;
        second.Records += isLargest ? work.Records : 0;
    }

    /// <summary>What one execution asks for, on average.</summary>
    private sealed record Work(double Tables, double Users, double Records, double Commands)
    {
        public static Work Of(IReadOnlyCollection<CountedRequest> requests, int executions) => new(
            requests.Count(each => each.Kind != RequestKind.Command) / (double)executions,
            requests.Count(each => each.Where == "users") / (double)executions,
            requests.Count(each => each.Where == "calls") / (double)executions,
            requests.Count(each => each.Kind == RequestKind.Command) / (double)executions);
    }

    private sealed record Share(Work First, Work Later, int Others)
    {
        public static Share Of(PlayedCall call)
        {
            var others = call.Executions - 1;
            CountedRequest[] first = others == 0 ? [.. call.Requests] : [.. call.Requests.TakeWhile(each => each.Kind != RequestKind.Command), new(RequestKind.Command, null)];
            return new(Work.Of(first, 1), others == 0 ? Work.Of([], 1) : Work.Of([.. call.Requests.Skip(first.Length)], others), others);
        }
    }
}

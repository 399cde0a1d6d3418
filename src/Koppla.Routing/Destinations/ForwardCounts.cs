using System.Collections.Immutable;

namespace Koppla.Routing.Destinations;

/// <summary>How many calls the rules of an organisation have sent outside during the last hour, as far as is known.</summary>
/// <param name="All">By all of it.</param>
/// <param name="Each">By each who has sent any.</param>
public sealed record ForwardCounts(int All, ImmutableDictionary<Forwarder, int> Each)
{
    public static ForwardCounts None { get; } = new(0, ImmutableDictionary<Forwarder, int>.Empty);

    public int By(Forwarder forwarder) => Each.GetValueOrDefault(forwarder);

    /// <param name="change">1 for a call more, -1 for one that is an hour old.</param>
    public ForwardCounts Add(Forwarder forwarder, int change) => new(
        All + change,
        By(forwarder) + change is > 0 and var left ? Each.SetItem(forwarder, left) : Each.Remove(forwarder));
}

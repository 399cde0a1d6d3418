using System.Runtime.CompilerServices;
using Koppla.Routing.Numbers;

namespace Koppla.Routing.Decisions;

/// <summary>The numbers of one decision, in place. A call comes to no more: a chain, and another from the fallback.</summary>
internal struct NumberList
{
    private const int Capacity = (2 * RoutingEngine.MaxDiversions) + 1;

    private Places places;

    internal int Count { get; private set; }

    internal void Add(PhoneNumber number) => places[Count++] = number;

    internal void Clear() => Count = 0;

    internal readonly bool Contains(PhoneNumber number)
    {
        for (var i = 0; i < Count; i++)
        {
            if (number.Equals(places[i]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The trail with these numbers after its own.</summary>
    internal readonly Trail AppendedTo(Trail trail) => Count == 0 ? trail : trail.Append(places[..Count]!);

    [InlineArray(Capacity)]
    private struct Places
    {
        private PhoneNumber? first;
    }
}

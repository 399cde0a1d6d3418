using System.Collections.Immutable;
using Koppla.Routing.Directory;
using Koppla.Routing.Numbers;

namespace Koppla.Routing.Decisions;

/// <summary>What came of one hop. One of missing, end, next and failure is set.</summary>
/// <param name="Missing">Something must be read first.</param>
/// <param name="End">The journey ends here.</param>
/// <param name="Next">The call goes on to this number.</param>
/// <param name="Entry">What is known of the next number without reading; null: the directory says it.</param>
/// <param name="Failure">The call can't go on from here: the fallback is next.</param>
internal readonly record struct Hop(
    ImmutableArray<MissingData>? Missing, Decision? End, PhoneNumber? Next, NumberEntry? Entry, RefuseReason? Failure)
{
    internal static Hop Needs(ImmutableArray<MissingData> missing) => new(missing, null, null, null, null);

    internal static Hop Ends(Decision decision) => new(null, decision, null, null, null);

    internal static Hop GoesOnTo(PhoneNumber number, NumberEntry? entry = null) => new(null, null, number, entry, null);

    internal static Hop Fails(RefuseReason reason) => new(null, null, null, null, reason);
}

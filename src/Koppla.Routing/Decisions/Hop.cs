using System.Collections.Immutable;
using Koppla.Routing.Numbers;

namespace Koppla.Routing.Decisions;

/// <summary>What came of one hop. One of the four is set.</summary>
/// <param name="Missing">Something must be read first.</param>
/// <param name="End">The journey ends here.</param>
/// <param name="Next">The call goes on to this number.</param>
/// <param name="Failure">The call can't go on from here: the fallback is next.</param>
internal readonly record struct Hop(ImmutableArray<MissingData>? Missing, Decision? End, PhoneNumber? Next, RefuseReason? Failure)
{
    internal static Hop Needs(ImmutableArray<MissingData> missing) => new(missing, null, null, null);

    internal static Hop Ends(Decision decision) => new(null, decision, null, null);

    internal static Hop GoesOnTo(PhoneNumber number) => new(null, null, number, null);

    internal static Hop Fails(RefuseReason reason) => new(null, null, null, reason);
}

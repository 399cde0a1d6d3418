using Koppla.Routing.Decisions;
using Koppla.Routing.Directory;

namespace Koppla.Routing.Insight;

/// <summary>What a call has before it: what happens until a line may take it, and what follows if no line does. Equal when it does the same.</summary>
/// <param name="Opening">Ends at the first line that may take the call, or where the call ends.</param>
/// <param name="IfBusy">If that line is busy, and every line after it; null: nothing follows.</param>
/// <param name="IfNoAnswer">The same when nobody answers.</param>
/// <param name="IfNoConnection">The same when none can be reached.</param>
public sealed record Prospect(Story Opening, Story? IfBusy, Story? IfNoAnswer, Story? IfNoConnection) : Verdict
{
    /// <returns>A prospect, or <see cref="Need"/>.</returns>
    public static Verdict Of(RoutingData data, Call call)
    {
        var told = Story.Of(data, call, state: null);
        if (told is not Story opening)
        {
            return told;
        }

        var busy = Rest(data, opening, LineState.Busy);
        var noAnswer = Rest(data, opening, LineState.NoAnswer);
        var noConnection = Rest(data, opening, LineState.NoConnection);
        return busy as Need ?? noAnswer as Need ?? noConnection as Need
            ?? (Verdict)new Prospect(opening, busy as Story, noAnswer as Story, noConnection as Story);
    }

    private static Verdict? Rest(RoutingData data, Story opening, LineState state) =>
        opening.Steps[^1].After(state) is { } call ? Story.Of(data, call, state) : null;
}

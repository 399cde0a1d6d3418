using Koppla.Routing.Decisions;
using Koppla.Routing.Numbers;

namespace Koppla.Functions.Insight;

/// <summary>What a call meets at one number on its way.</summary>
/// <param name="Number">E.164.</param>
/// <param name="To">Where it goes on to from there; left out: nowhere.</param>
/// <param name="Sentences">One for each rule considered there.</param>
internal sealed record HopBody(string Number, string? To, IReadOnlyList<string> Sentences)
{
    public static IReadOnlyList<HopBody> Of(IReadOnlyList<TraceStep> trace, IReadOnlyList<string> sentences)
    {
        var hops = new List<HopBody>();
        for (int start = 0, end; start < trace.Count; start = end)
        {
            var number = trace[start].Number;
            for (end = start + 1; end < trace.Count && trace[end].Number.Equals(number);)
            {
                end++;
            }

            var next = end < trace.Count ? trace[end].Number : null;
            hops.Add(new(number.E164, GoesTo(trace, start, end, next) ? next!.E164 : null, [.. sentences.Skip(start).Take(end - start)]));
        }

        return hops;
    }

    private static bool GoesTo(IReadOnlyList<TraceStep> trace, int start, int end, PhoneNumber? next) =>
        next is not null && trace.Skip(start).Take(end - start).Any(step => next.Equals(step.Destination));
}

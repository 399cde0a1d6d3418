using System.Collections.Immutable;
using Koppla.Routing.Numbers;

namespace Koppla.Routing.Decisions;

/// <summary>Tells a trace to a person.</summary>
public static class Sentences
{
    /// <summary>One sentence for each step, in order.</summary>
    /// <param name="trace">From a decision.</param>
    /// <param name="language">English or Swedish.</param>
    /// <param name="masked">True: numbers as in logs; false: in full, as people write them.</param>
    public static ImmutableArray<string> Of(ImmutableArray<TraceStep> trace, Language language, bool masked)
    {
        var sentences = ImmutableArray.CreateBuilder<string>(trace.Length);
        foreach (var step in trace)
        {
            var number = Written(step.Number, masked);
            var destination = step.Destination is { } to ? Written(to, masked) : "";
            sentences.Add(language == Language.Swedish
                ? SwedishSentences.Of(step, number, destination)
                : EnglishSentences.Of(step, number, destination));
        }

        return sentences.MoveToImmutable();
    }

    private static string Written(PhoneNumber number, bool masked) => masked ? number.Masked : number.Display;
}

using System.Collections.Immutable;

namespace Koppla.Routing.Decisions;

/// <summary>Tells a trace to a person.</summary>
public static class Sentences
{
    /// <summary>One sentence for each step, in order.</summary>
    /// <param name="trace">From a decision.</param>
    /// <param name="language">English or Swedish.</param>
    /// <param name="masked">True: numbers as in logs; false: in full, as people write them.</param>
    public static ImmutableArray<string> Of(ImmutableArray<TraceStep> trace, Language language, bool masked) =>
        throw new NotSupportedException($"{trace.Length} {language} {masked}");
}

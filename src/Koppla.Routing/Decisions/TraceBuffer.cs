using System.Buffers;
using System.Collections.Immutable;

namespace Koppla.Routing.Decisions;

/// <summary>The steps of one decision, in a borrowed array: only the finished trace is allocated.</summary>
internal struct TraceBuffer()
{
    private const int UsualSteps = 32;

    private TraceStep[] steps = ArrayPool<TraceStep>.Shared.Rent(UsualSteps);
    private int count;

    internal void Add(in TraceStep step)
    {
        if (count == steps.Length)
        {
            var longer = ArrayPool<TraceStep>.Shared.Rent(2 * count);
            steps.CopyTo(longer, 0);
            Release();
            steps = longer;
        }

        steps[count++] = step;
    }

    internal readonly ImmutableArray<TraceStep> ToImmutable() => [.. steps.AsSpan(0, count)];

    /// <summary>Gives the array back, without the numbers.</summary>
    internal readonly void Release()
    {
        steps.AsSpan(0, count).Clear();
        ArrayPool<TraceStep>.Shared.Return(steps);
    }
}

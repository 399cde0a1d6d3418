using System.Collections.Immutable;
using Koppla.Routing.Decisions;
using Koppla.Routing.Directory;

namespace Koppla.Routing.Insight;

/// <summary>The course of a call, decision by decision, as a call that is followed up goes. Equal when it does the same.</summary>
/// <param name="Steps">At least one.</param>
public sealed record Story(ImmutableArray<StoryStep> Steps) : Verdict
{
    /// <summary>Tells what follows from a call as it is, until it ends.</summary>
    /// <param name="data">What has been read.</param>
    /// <param name="call">The call, with what has become of it so far.</param>
    /// <param name="state">What becomes of every line that is tried; null: the first line takes the call.</param>
    /// <returns>A story, or <see cref="Need"/>.</returns>
    public static Verdict Of(RoutingData data, Call call, LineState? state)
    {
        var steps = ImmutableArray.CreateBuilder<StoryStep>();
        for (var next = call; next is not null; next = steps[^1].After(state))
        {
            switch (RoutingEngine.Decide(data, next))
            {
                case Decided decided:
                    steps.Add(new(next, decided, UserOf(decided.Decision, data)));
                    break;
                case var need:
                    return need;
            }
        }

        return new Story(steps.ToImmutable());
    }

    public bool Equals(Story? other) => other is not null && Steps.AsSpan().SequenceEqual(other.Steps.AsSpan());

    public override int GetHashCode() => HashCode.Combine(Steps.Length, Steps[0]);

    private static User? UserOf(Decision decision, RoutingData data) =>
        decision is Ring ring && data.TryFind(ring.User, out var user) ? user : null;
}

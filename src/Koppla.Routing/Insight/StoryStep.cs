using Koppla.Routing.Decisions;
using Koppla.Routing.Directory;

namespace Koppla.Routing.Insight;

/// <summary>One decision in the course of a call. Equal when they do the same, whatever led to them.</summary>
/// <param name="Call">The call as this decision saw it.</param>
/// <param name="Decided">What was decided, and why.</param>
/// <param name="Rings">Whose devices ring; null: nobody's.</param>
public sealed record StoryStep(Call Call, Decided Decided, User? Rings)
{
    public Decision Decision => Decided.Decision;

    /// <summary>The call when the step has come to nothing: its line is in this state, or its referral has been heard. Null: nothing follows it.</summary>
    /// <param name="state">Of the line, if the step tries one; null: the line takes the call.</param>
    internal Call? After(LineState? state) => Decision switch
    {
        Refer refer => Call with { Lines = Call.Lines.WithReferral(refer.Line) },
        Ring { FollowedUp: true } ring when state is { } failed => Call with { Lines = Call.Lines.With(ring.Line, failed) },
        Forward forward when state is { } failed && IsFollowed(forward) => Call with { Lines = Call.Lines.With(forward.Destination, failed) },
        _ => null,
    };

    public bool Equals(StoryStep? other) => other is not null && (Decision, other.Decision) switch
    {
        (Refer one, Refer another) => one.User.Id == another.User.Id && one.Profile == another.Profile && one.Line.Equals(another.Line),
        var (one, another) => one == another,
    };

    public override int GetHashCode() => Decision is Refer refer ? refer.Line.GetHashCode() : Decision.GetHashCode();

    /// <summary>A call that has been answered is not lost even when nothing but its end is left to decide.</summary>
    private bool IsFollowed(Forward forward) => forward.FollowedUp || !Call.Lines.IsEmpty;
}

using Koppla.Routing.Decisions;
using static Koppla.Routing.Tests.Decisions.Exchange;

namespace Koppla.Routing.Tests.Decisions;

public sealed class LineStatesTests
{
    private const string A = "08-678 55 00";
    private const string B = "08-678 55 01";

    [Fact]
    public void At_first_every_line_is_free_and_nothing_has_been_heard()
    {
        Assert.True(LineStates.Empty.IsEmpty);
        Assert.False(LineStates.Empty.AnyFailed);
        Assert.Null(LineStates.Empty.StateOf(Number(A)));
        Assert.False(LineStates.Empty.IsReferred(Number(A)));
    }

    [Fact]
    public void A_line_has_its_latest_state_and_keeps_what_was_heard()
    {
        var lines = Tried(A, LineState.NoAnswer).WithReferral(Number(A)).With(Number(A), LineState.Busy);

        Assert.Equal(LineState.Busy, lines.StateOf(Number(A)));
        Assert.True(lines.IsReferred(Number(A)));
        Assert.Null(lines.StateOf(Number(B)));
        Assert.Single(lines.Lines);
    }

    [Fact]
    public void A_referral_alone_is_no_failure()
    {
        Assert.False(Heard(A).AnyFailed);
        Assert.False(Heard(A).IsEmpty);
        Assert.Null(Heard(A).StateOf(Number(A)));
        Assert.True(Heard(A).With(Number(B), LineState.Declined).AnyFailed);
    }

    [Fact]
    public void Everywhere_is_every_line_that_has_no_state_of_its_own()
    {
        var lines = LineStates.Everywhere(LineState.NoConnection).With(Number(A), LineState.Busy);

        Assert.False(LineStates.Everywhere(LineState.NoConnection).IsEmpty);
        Assert.True(LineStates.Everywhere(LineState.NoConnection).AnyFailed);
        Assert.Equal(LineState.Busy, lines.StateOf(Number(A)));
        Assert.Equal(LineState.NoConnection, lines.StateOf(Number(B)));
        Assert.False(lines.IsReferred(Number(B)));
    }

    [Fact]
    public void Equal_states_are_equal_in_whatever_order_they_came()
    {
        var one = Tried(A, LineState.Busy).WithReferral(Number(B));
        var other = Heard(B).With(Number(A), LineState.Busy);

        Assert.Equal(one, other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
        Assert.NotEqual(one, Tried(A, LineState.Busy));
        Assert.NotEqual(one, Tried(A, LineState.NoAnswer).WithReferral(Number(B)));
        Assert.NotEqual(LineStates.Everywhere(LineState.Busy), LineStates.Empty);
        Assert.NotEqual(LineStates.Everywhere(LineState.Busy), LineStates.Everywhere(LineState.NoAnswer));
    }
}

using CsCheck;
using Koppla.Routing.Decisions;
using Koppla.Routing.Insight;
using Koppla.Routing.Tests.Decisions;

namespace Koppla.Routing.Tests.Insight;

/// <summary>What holds for every story: it is what a live call would do, step by step.</summary>
public sealed class StoryPropertyTests
{
    [Fact]
    public void Every_step_is_the_decision_that_a_live_call_gets() =>
        Sample((call, state) => StoryOf(call, state).Steps.All(step =>
        {
            var live = call.Exchange.Decide(step.Call);
            return live.Trace.SequenceEqual(step.Decided.Trace) && live.Decision == step.Decision && live.Diversions.Equals(step.Decided.Diversions);
        }));

    [Fact]
    public void A_story_goes_as_a_call_that_is_followed_up() =>
        Sample((call, state) => StoryOf(call, state).Steps.Select(step => step.Decision).SequenceEqual(Followed(call, state)));

    [Fact]
    public void A_prospect_begins_with_the_live_decision_and_goes_on_as_the_stories_do() =>
        Sample((call, state) =>
        {
            var prospect = call.Exchange.Ask<Prospect>(data => Prospect.Of(data, call.Call));
            var rest = state switch
            {
                LineState.Busy => prospect.IfBusy,
                LineState.NoAnswer => prospect.IfNoAnswer,
                LineState.NoConnection => prospect.IfNoConnection,
                _ => null,
            };
            return state == LineState.Declined
                || StoryOf(call, state).Steps.SequenceEqual([.. prospect.Opening.Steps, .. rest?.Steps ?? []]);
        });

    [Fact]
    public void One_rule_takes_every_call_and_every_step_can_be_told() =>
        Sample((call, state) =>
        {
            var story = StoryOf(call, state);
            return call.Decide().Trace.Contains(WinningRule.Of(call.Decide().Trace))
                && StorySentences.Of(null, story, Language.Swedish).EndsWith('.')
                && StorySentences.Of(null, story, Language.English).EndsWith('.');
        });

    /// <summary>As the supervised call does it: every line fails in the same way, every referral is heard to its end.</summary>
    private static List<Decision> Followed(RandomCall random, LineState state)
    {
        var decisions = new List<Decision>();
        var call = random.Call;
        while (true)
        {
            var decision = random.Exchange.Decide(call).Decision;
            decisions.Add(decision);
            var isAnswered = !call.Lines.IsEmpty;
            var lines = decision switch
            {
                Ring { FollowedUp: true } ring => call.Lines.With(ring.Line, state),
                Forward forward when forward.FollowedUp || isAnswered => call.Lines.With(forward.Destination, state),
                Refer refer => call.Lines.WithReferral(refer.Line),
                _ => null,
            };
            if (lines is null)
            {
                return decisions;
            }

            call = call with { Lines = lines };
        }
    }

    private static Story StoryOf(RandomCall random, LineState state) => random.Exchange.Ask<Story>(data => Story.Of(data, random.Call, state));

    private static void Sample(Func<RandomCall, LineState, bool> holds) =>
        Gen.Select(RandomCall.Any, Gen.Enum<LineState>()).Sample(holds, iter: 1_500);
}

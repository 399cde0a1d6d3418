using Koppla.Functions.SupervisedCalls;
using Koppla.Functions.Telephony;
using Koppla.Routing.Decisions;
using Koppla.Routing.Profiles;
using Koppla.Routing.Referrals;
using NodaTime;

namespace Koppla.Functions.Tests.SupervisedCalls;

/// <summary>The deadlines against each other, the sweeper's round, and what they wait for.</summary>
public sealed class CallDeadlinesTests
{
    private static readonly Duration Round = Duration.FromSeconds(10);

    [Fact]
    public void A_call_whose_answer_was_lost_is_answered_again_while_it_still_rings() =>
        Assert.True(CallDeadlines.Answering + Round < Duration.FromSeconds(30));

    [Fact]
    public void Devices_have_their_time_before_they_are_given_up()
    {
        var ring = TestCalls.Ring with { Seconds = NumberRule.MaxNoAnswerSeconds };

        Assert.True(CallDeadlines.Of(ring) > Duration.FromSeconds(NumberRule.MaxNoAnswerSeconds));
    }

    // The provider gives a transfer 60 s.
    [Fact]
    public void A_transfer_has_the_providers_time_before_it_is_given_up() =>
        Assert.True(CallDeadlines.Transferring > Duration.FromSeconds(60));

    // Speech is at the least nine characters a second; nobody waits a minute and a half for one that never began.
    [Theory]
    [InlineData(1)]
    [InlineData(80)]
    [InlineData(ReferralMessage.MaxTextLength)]
    public void A_text_has_the_time_to_be_spoken_and_little_more(int length)
    {
        var deadline = CallDeadlines.Of(new Work.Part(new Prompt.Speech(new string('a', length), Language.Swedish)));

        Assert.InRange(deadline, Duration.FromSeconds((length / 9.0) + 5), Duration.FromSeconds((length / 6.0) + 10));
    }

    [Theory]
    [InlineData(Language.Swedish)]
    [InlineData(Language.English)]
    public void Whoever_is_left_in_silence_by_an_announcement_that_never_began_is_let_go_soon(Language language) => Assert.All(
        Enum.GetValues<RefuseReason>(),
        reason => Assert.True(
            CallDeadlines.Of(new Work.Part(new Prompt.Speech(Announcements.For(reason, language), language))) + Round < Duration.FromSeconds(45)));

    [Fact]
    public void A_sound_file_of_unknown_length_has_a_minute_and_a_half() =>
        Assert.Equal(Duration.FromSeconds(90), CallDeadlines.Of(new Work.Refer(Numbers.Fixed, new Prompt.Sound(new Uri("https://sounds.example/a.wav")))));
}

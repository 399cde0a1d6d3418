using Koppla.Functions.Calls;
using Koppla.Functions.Sounds;
using Koppla.Functions.Telephony;
using Koppla.Routing.Decisions;
using Koppla.Routing.Referrals;
using NodaTime;

namespace Koppla.Functions.SupervisedCalls;

/// <summary>From a decision to the work of a call that we have answered, or are about to.</summary>
internal sealed class WorkPlanner(SoundLibrary sounds)
{
    /// <summary>How long a telephone outside rings, when no rule of a user says it.</summary>
    public const int OutsideSeconds = 30;

    /// <summary>More steps than any chain has; a call that gets here goes round because its rules change under it.</summary>
    public const int MaxSteps = 20;

    /// <param name="step">The step that it would be.</param>
    /// <param name="now">When it begins: what a referral says is told of then.</param>
    /// <param name="isFollowedUp">Something comes after it if it fails, that the decision does not know of.</param>
    public PlannedWork For(CallFacts facts, Decided decided, int step, Instant now, bool isFollowedUp = false)
    {
        var decision = decided.Decision switch
        {
            _ when step > MaxSteps => new Refuse(RefuseReason.TooManyDiversions),
            Forward forward when isFollowedUp => forward with { FollowedUp = true },
            var asDecided => asDecided,
        };
        var (work, target) = WorkFor(facts, decided, decision, now);
        return new PlannedWork(work, ReasonOf(facts, decided, decision), target, decided.Diversions.Count, decided.Trace)
        {
            ForwardedBy = [.. decided.Forwards.Select(each => each.By)],
        };
    }

    /// <summary>Who is called outside is called, not forwarded to.</summary>
    private static string ReasonOf(CallFacts facts, Decided decided, Decision decision) =>
        decision is Forward { Destination: var outside } && outside.Equals(facts.Called) ? "rings" : CallReason.Of(decision, decided.Trace);

    private (Work Work, string? Target) WorkFor(CallFacts facts, Decided decided, Decision decision, Instant now)
    {
        var shown = CallerIds.For(facts, decided);
        var trail = decided.Diversions.Count == 0 ? null : decided.Diversions.ToString();
        switch (decision)
        {
            case Ring ring:
                return (new Work.Ring(ring.Line, ring.Seconds, trail, [.. TargetsOf(ring, facts).Select(target => shown.LegTo(target))]) { User = ring.User }, null);
            // Who has placed the call stays in it, and may transfer it later.
            case Forward forward when forward.FollowedUp || facts.PlacedBy is not null:
                var leg = shown.LegTo(new CallTarget.Telephone(forward.Destination));
                return (new Work.Ring(forward.Destination, OutsideSeconds, trail, [leg]), forward.Destination.E164);
            case Forward forward:
                return (new Work.Transfer(forward.Destination, shown.First, shown.Other, trail), forward.Destination.E164);
            case Refer refer:
                return (new Work.Refer(refer.Line, PromptOf(refer, now)), null);
            case Refuse refuse:
                var language = decided.Organisation?.Language ?? Language.Swedish;
                return (new Work.Part(new Prompt.Speech(Announcements.For(refuse.Reason, language), language)), null);
            default:
                return (new Work.HangUp(), null);
        }
    }

    /// <summary>The data that decide can't be read, for so long that the caller has waited enough.</summary>
    public static PlannedWork WithoutData(SupervisedCall call) => new(
        new Work.Part(new Prompt.Speech(Announcements.For(RefuseReason.NoConnection, Language.Swedish), Language.Swedish)),
        "data-unavailable",
        Target: null,
        call.Diversions,
        call.Trace);

    /// <summary>A telephone that calls is busy, and could not be told from the caller; if it is all there is, its network says so.</summary>
    private static CallTarget[] TargetsOf(Ring ring, CallFacts facts)
    {
        var targets = ring.Devices.Select(CallTarget.Of).ToArray();
        var others = Array.FindAll(targets, target => target != facts.CallerTarget);
        return others.Length > 0 ? others : targets;
    }

    private Prompt PromptOf(Refer refer, Instant now)
    {
        var (user, profile) = (refer.User, refer.Profile);
        return profile.Referral.SoundFile is { } file && sounds.Referral(user.Organisation, file) is { } sound
            ? new Prompt.Sound(sound)
            : new Prompt.Speech(ReferralText.For(user, profile, refer.Line, now, user.Language), user.Language);
    }
}

using Koppla.Routing.Decisions;
using Koppla.Routing.Directory;
using Koppla.Routing.Insight;

namespace Koppla.Functions.Insight;

/// <summary>A decision. What does not belong to its kind is left out.</summary>
/// <param name="Kind"><c>ring</c>, <c>forward</c>, <c>refer</c>, <c>hang-up</c> or <c>refuse</c>.</param>
/// <param name="Number">E.164: the line that rings, or whose referral is heard; or where the call goes.</param>
/// <param name="User">Who is rung, or is away.</param>
/// <param name="Profile">Whose referral it is.</param>
/// <param name="Devices">What rings: <c>app</c>, or a telephone's number.</param>
/// <param name="Seconds">How long it rings, when something follows.</param>
/// <param name="FollowedUp">Whether something follows if nobody takes the call.</param>
/// <param name="Reason">Why the call ends.</param>
internal sealed record DecisionBody(
    string Kind,
    string? Number = null,
    string? User = null,
    string? Profile = null,
    IReadOnlyList<string>? Devices = null,
    int? Seconds = null,
    bool? FollowedUp = null,
    string? Reason = null)
{
    public static DecisionBody Of(StoryStep step) => step.Decision switch
    {
        Ring ring => new("ring", ring.Line.E164, step.Rings?.Name)
        {
            Devices = [.. ring.Devices.Select(device => device is TelephoneDevice telephone ? telephone.Number.E164 : "app")],
            Seconds = ring.FollowedUp ? ring.Seconds : null,
            FollowedUp = ring.FollowedUp,
        },
        Forward forward => new("forward", forward.Destination.E164) { FollowedUp = forward.FollowedUp },
        Refer refer => new("refer", refer.Line.E164, refer.User.Name, refer.Profile.Name),
        HangUp hangUp => new("hang-up", hangUp.Line.E164),
        Refuse refuse => new("refuse") { Reason = Names.Kebab(refuse.Reason) },
        _ => throw new ArgumentOutOfRangeException(nameof(step)),
    };
}

using System.Globalization;
using Koppla.Routing.Decisions;
using Koppla.Routing.Directory;

namespace Koppla.Routing.Insight;

internal static class EnglishStory
{
    internal const string Then = "Then";

    internal static string Of(StoryStep step) => step.Decision switch
    {
        Ring ring => Rings(ring, step.Rings?.Name ?? ring.Line.Display),
        Forward forward => $"the call goes to {forward.Destination.Display}.",
        Refer refer => $"the caller hears the referral of {refer.User.Name} ({refer.Profile.Name}).",
        Refuse refuse => $"the call ends: {Reason(refuse.Reason)}.",
        _ => "the call ends.",
    };

    internal static string If(LineState state) => state switch
    {
        LineState.Busy => "If busy",
        LineState.NoAnswer => "If nobody answers",
        LineState.NoConnection => "If nothing can be reached",
        _ => "If the call is declined",
    };

    private static string Rings(Ring ring, string user)
    {
        var devices = string.Join(" and ", ring.Devices.Select(device => device is TelephoneDevice telephone ? telephone.Number.Display : "the app"));
        var verb = ring.Devices.Length == 1 ? "rings" : "ring";
        return ring.FollowedUp
            ? string.Create(CultureInfo.InvariantCulture, $"{devices} of {user} {verb} for {ring.Seconds} seconds.")
            : $"{devices} of {user} {verb}.";
    }

    private static string Reason(RefuseReason reason) => reason switch
    {
        RefuseReason.UnknownNumber => "the number is not one of ours",
        RefuseReason.OrganisationSuspended => "the organisation is suspended",
        RefuseReason.OrganisationMissing => "the organisation does not exist",
        RefuseReason.UserMissing => "the user does not exist",
        RefuseReason.ReservedMobile => "a reserved mobile number needs an active SIM card",
        RefuseReason.NotForwarded => "the number is reserved and not forwarded",
        RefuseReason.DiversionLoop => "the forwarding goes in a circle",
        RefuseReason.TooManyDiversions => "it would be forwarded too many times",
        RefuseReason.DestinationForbidden => "it may not be sent where it should go",
        RefuseReason.ForwardLimit => "too many calls have been sent outside within an hour",
        RefuseReason.NoDevice => "the user has nothing that can ring",
        RefuseReason.CallerBlocked => "the user has blocked this caller",
        RefuseReason.ProfileRejects => "the profile turns calls away",
        RefuseReason.Busy => "busy, and nothing is set for that",
        RefuseReason.NoAnswer => "no answer, and nothing is set for that",
        RefuseReason.NoConnection => "no connection, and nothing is set for that",
        _ => throw new ArgumentOutOfRangeException(nameof(reason)),
    };
}

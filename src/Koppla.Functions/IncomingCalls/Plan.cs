using Koppla.Functions.Telephony;
using Koppla.Routing.Decisions;
using Koppla.Routing.Directory;
using Koppla.Routing.Numbers;

namespace Koppla.Functions.IncomingCalls;

/// <summary>From a decision, or the lack of one, to the steps to try in order. The last always ends the call.</summary>
internal static class Plan
{
    private static readonly PlanStep Busy = new PlanStep.Reject(RejectReason.Busy);

    public static IReadOnlyList<PlanStep> For(Decided decided, PhoneNumber? fallback) => decided.Decision switch
    {
        // A call that can't be answered can still ring.
        Ring { FollowedUp: true } ring => [new PlanStep.Answer(decided), .. Steps(Redirect(ring.Devices[0]), fallback)],
        Refer when fallback is null => [new PlanStep.Answer(decided), Busy],
        Refer => [new PlanStep.Answer(decided), Redirect(fallback), Busy],
        Forward forward => Steps(Redirect(forward.Destination), fallback),
        Ring ring => Steps(Redirect(ring.Devices[0]), fallback),
        Refuse refuse => Refused(refuse.Reason),
        _ => [Busy],
    };

    public static IReadOnlyList<PlanStep> Refused(RefuseReason reason) => [new PlanStep.Reject(ReasonFor(reason))];

    /// <summary>Without data: the configured fallback, else the called line itself, else busy. Never silence.</summary>
    public static IReadOnlyList<PlanStep> WithoutData(PhoneNumber? fallback, Device? line)
    {
        var steps = new List<PlanStep>(3);
        if (fallback is not null)
        {
            steps.Add(Redirect(fallback));
        }

        if (line is not null)
        {
            steps.Add(Redirect(line));
        }

        steps.Add(Busy);
        return steps;
    }

    private static PlanStep[] Steps(PlanStep.Redirect first, PhoneNumber? fallback) =>
        fallback is null || Redirect(fallback) == first ? [first, Busy] : [first, Redirect(fallback), Busy];

    private static PlanStep.Redirect Redirect(PhoneNumber number) => new(new CallTarget.Telephone(number));

    private static PlanStep.Redirect Redirect(Device device) => new(CallTarget.Of(device));

    private static RejectReason ReasonFor(RefuseReason reason) => reason switch
    {
        RefuseReason.OrganisationSuspended => RejectReason.Forbidden,
        RefuseReason.DiversionLoop or RefuseReason.TooManyDiversions or RefuseReason.NoDevice => RejectReason.Busy,
        RefuseReason.ProfileRejects or RefuseReason.Busy or RefuseReason.NoAnswer or RefuseReason.NoConnection => RejectReason.Busy,
        RefuseReason.UserMissing or RefuseReason.OrganisationMissing => RejectReason.Busy,
        _ => RejectReason.None,
    };
}

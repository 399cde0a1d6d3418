using System.Collections.Immutable;
using Koppla.Routing.Decisions;

namespace Koppla.Functions.Telemetry;

/// <summary>From the trace of a decision to the kind of rule.</summary>
internal static class RuleKinds
{
    /// <summary>The last rule that had a say.</summary>
    public static RuleKind Of(ImmutableArray<TraceStep> trace)
    {
        for (var at = trace.Length - 1; at >= 0; at--)
        {
            if (Of(trace[at].Code) is var kind and not RuleKind.None)
            {
                return kind;
            }
        }

        return RuleKind.None;
    }

    private static RuleKind Of(TraceCode code) => code switch
    {
        TraceCode.OrganisationSuspended => RuleKind.Organisation,
        TraceCode.ReservedMobile or TraceCode.ReservedNotForwarded or TraceCode.ReservedForwardingOff or TraceCode.ReservedForwarded =>
            RuleKind.ReservedNumber,
        TraceCode.CallerBlocked or TraceCode.CallerVip => RuleKind.CallerException,
        TraceCode.UserForwards or TraceCode.ForwardingWithoutDestination or TraceCode.UserDoesNotForward or TraceCode.UserForwardingOff
            or TraceCode.UserRefers or TraceCode.UserRejects => RuleKind.Profile,
        TraceCode.ConditionForwards or TraceCode.ConditionRefers or TraceCode.ConditionOff or TraceCode.ConditionMissing => RuleKind.Condition,
        TraceCode.AfterReferralForwards or TraceCode.AfterReferralOff or TraceCode.AfterReferralEnds => RuleKind.AfterReferral,
        TraceCode.Fallback => RuleKind.Fallback,
        _ => RuleKind.None,
    };
}

using System.Collections.Immutable;
using Koppla.Routing.Decisions;

namespace Koppla.Routing.Insight;

/// <summary>Which rule took a call: the first in the order of precedence that applied to the called number.</summary>
public static class WinningRule
{
    /// <param name="trace">From a decision, whole.</param>
    public static TraceStep Of(ImmutableArray<TraceStep> trace) => trace.First(step => Takes(step.Code));

    private static bool Takes(TraceCode code) => code is
        TraceCode.NumberUnknown or TraceCode.OrganisationMissing or TraceCode.OrganisationSuspended or TraceCode.CameBack
        or TraceCode.ReservedMobile or TraceCode.ReservedNotForwarded or TraceCode.ReservedForwardingOff or TraceCode.ReservedForwarded
        or TraceCode.UserMissing or TraceCode.CallerBlocked or TraceCode.CallerVip
        or TraceCode.ProfileForced or TraceCode.ProfileActivated or TraceCode.ProfileOneOff
        or TraceCode.ProfileHoliday or TraceCode.ProfileWeekly or TraceCode.ProfileDefault;
}

using System.Collections.Immutable;
using Koppla.Routing.Decisions;

namespace Koppla.Functions.Calls;

/// <summary>The stable name of what decided a call.</summary>
internal static class CallReason
{
    public static string Of(Decision decision, ImmutableArray<TraceStep> trace) => decision switch
    {
        Refuse refuse => Names.Kebab(refuse.Reason),
        _ when trace.Any(step => step.Code == TraceCode.Fallback) => "fallback",
        Forward => "forwarded",
        Ring => "rings",
        _ => "referral",
    };
}

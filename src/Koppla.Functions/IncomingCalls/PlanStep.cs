using Koppla.Functions.Telephony;
using Koppla.Routing.Decisions;

namespace Koppla.Functions.IncomingCalls;

/// <summary>Something to do with a ringing call; the next step is tried when the provider refuses this one.</summary>
internal abstract record PlanStep
{
    private PlanStep()
    {
    }

    public sealed record Redirect(CallTarget Target) : PlanStep;

    /// <summary>Answer, and supervise what comes of the decision.</summary>
    public sealed record Answer(Decided Decided) : PlanStep;

    public sealed record Reject(RejectReason Reason) : PlanStep;
}

using Koppla.Functions.Telephony;

namespace Koppla.Functions.IncomingCalls;

/// <summary>Something to do with a ringing call; the next step is tried when the provider refuses this one.</summary>
internal abstract record PlanStep
{
    private PlanStep()
    {
    }

    public sealed record Redirect(CallTarget Target) : PlanStep;

    public sealed record Reject(RejectReason Reason) : PlanStep;
}

using Koppla.Simulator.Calls;

namespace Koppla.Simulator.Control;

/// <summary>A call as the control API shows it.</summary>
internal sealed record CallView(
    string Id,
    string ServerCallId,
    string? CallConnectionId,
    CallPhase State,
    CallOutcome? Outcome,
    string? OutcomeText,
    IReadOnlyList<CallLeg> Legs,
    IReadOnlyList<TimelineEntry> Timeline,
    IReadOnlyList<ReceivedCommand> Commands)
{
    public static CallView Of(SimulatedCall call) =>
        new(call.Id, call.ServerCallId, call.CallConnectionId, call.State, call.Outcome, call.Outcome?.ToString(), call.Legs, call.Timeline, call.Commands);
}

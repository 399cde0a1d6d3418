using Koppla.Simulator.Faults;

namespace Koppla.Simulator.Control;

/// <summary>All faults; what is absent is none.</summary>
internal sealed record FaultBody
{
    public IReadOnlyList<Delivery>? EventGrid { get; init; }

    public IReadOnlyList<Delivery>? Callbacks { get; init; }

    public IReadOnlyList<Command>? Commands { get; init; }

    public bool FailedTransferLosesCall { get; init; }

    public CallbackTokenFault CallbackTokens { get; init; }

    public void Apply(FaultPlan plan)
    {
        plan.Clear();
        foreach (var fault in EventGrid ?? [])
            plan.EventGrid.Add(fault.Fault());
        foreach (var fault in Callbacks ?? [])
            plan.Callbacks.Add(fault.Fault());
        foreach (var fault in Commands ?? [])
            plan.Commands.Add(fault.Fault());
        plan.FailedTransferLosesCall = FailedTransferLosesCall;
        plan.CallbackTokens = CallbackTokens;
    }

    internal sealed record Delivery(
        int? Times, string? Only, string? Call, bool Drop, int Duplicates, double SpacingMs, double DelayMs, double HoldBackMs, int? Shuffle)
    {
        public DeliveryFault Fault() => new()
        {
            Times = Times ?? 1,
            Only = Only,
            Call = Call,
            Drop = Drop,
            Duplicates = Duplicates,
            Spacing = TimeSpan.FromMilliseconds(SpacingMs),
            Delay = TimeSpan.FromMilliseconds(DelayMs),
            HoldBack = TimeSpan.FromMilliseconds(HoldBackMs),
            Shuffle = Shuffle,
        };
    }

    internal sealed record Command(
        int? Times, string? Only, string? Call, int? Status, double? RetryAfterMs, bool Hang, bool ResetAfterExecution, bool EventOvertakes)
    {
        public CommandFault Fault() => new()
        {
            Times = Times ?? 1,
            Only = Only,
            Call = Call,
            Status = Status,
            RetryAfter = RetryAfterMs is { } time ? TimeSpan.FromMilliseconds(time) : null,
            Hang = Hang,
            ResetAfterExecution = ResetAfterExecution,
            EventOvertakes = EventOvertakes,
        };
    }
}

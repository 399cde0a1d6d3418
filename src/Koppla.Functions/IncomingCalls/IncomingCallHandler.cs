using System.Diagnostics;
using Koppla.Functions.Calls;
using Koppla.Functions.Storage;
using Koppla.Functions.SupervisedCalls;
using Koppla.Functions.Telemetry;
using Koppla.Routing.Decisions;
using Koppla.Routing.Directory;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Koppla.Functions.IncomingCalls;

/// <summary>
/// Sees an incoming call from its event to its recorded outcome: decide (or fall back), command, record.
/// Repeating any of it is harmless, so whatever fails is simply delivered again.
/// </summary>
internal sealed class IncomingCallHandler(
    CallRouter router,
    FallbackRoutes fallbacks,
    KnownLines lines,
    PlanExecution execution,
    SupervisedCallStart supervision,
    CallRecorder recorder,
    IClock clock,
    TimeProvider time,
    ILogger<IncomingCallHandler> logger) : IIncomingCalls
{
    /// <summary>In characters.</summary>
    private const int LongestType = 128;

    public async Task<Handling> HandleAsync(ReadOnlyMemory<byte> delivery, CancellationToken cancellationToken)
    {
        if (EventEnvelope.Parse(delivery) is not { } events)
        {
            logger.DeliveryMalformed();
            return Handling.Malformed;
        }

        var handled = await Task.WhenAll(events.Select(each => HandleAsync(each, cancellationToken)));
        return handled.DefaultIfEmpty(Handling.Done).Max();
    }

    private async Task<Handling> HandleAsync(EventEnvelope envelope, CancellationToken cancellationToken)
    {
        if (envelope?.Type != IncomingCallData.EventType)
        {
            logger.EventIgnored(envelope?.Type is { } type ? OneLine.Of(type, LongestType) : null);
            return envelope?.Type is null ? Handling.Malformed : Handling.Done;
        }

        if (IncomingCall.Parse(envelope) is not { } call)
        {
            logger.DeliveryMalformed();
            return Handling.Malformed;
        }

        if (!call.IsToTelephone)
        {
            logger.CallToApp(call.CorrelationId);
            return Handling.Done;
        }

        using var span = CallTrace.Start(SignalNames.Spans.Delivery, call.Key, ActivityKind.Consumer);
        return recorder.Kept(call.Key) is { } kept
            ? await RecordAsync(kept, cancellationToken)
            : await HandleAsync(call, cancellationToken);
    }

    private async Task<Handling> RecordAsync(CallRecord record, CancellationToken cancellationToken) =>
        await recorder.RecordAsync(record, cancellationToken) ? Handling.Done : Handling.TryAgain;

    private async Task<Handling> HandleAsync(IncomingCall call, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var age = clock.GetCurrentInstant() - call.At;
        using var budget = new TimeLimit(CallBudget.Whole, time, cancellationToken);
        var isStale = age > Duration.FromTimeSpan(CallBudget.Stale);
        var (decided, plan) = await DecideAsync(call, isStale, budget.Token);
        Measurements.Decided(time.GetElapsedTime(started), hadData: decided is not null || !call.Called.IsOk);
        if (isStale)
        {
            logger.EventStale(call.CorrelationId, age.TotalSeconds);
            return await HandleStaleAsync(call, decided, cancellationToken);
        }

        var result = await execution.RunAsync(call, plan, budget.Token);
        if (result.IsSupervised)
        {
            return Handling.Done;
        }

        if (result.Outcome is not { } outcome)
        {
            logger.OutcomeUnknown(call.CorrelationId);
            return Handling.TryAgain;
        }

        return await RecordAsync(CallRecord.Of(call, outcome, decided, result, time.GetElapsedTime(started)), cancellationToken);
    }

    /// <summary>A call that an earlier delivery has answered goes on, and has its outcome to come.</summary>
    private async Task<Handling> HandleStaleAsync(IncomingCall call, Decided? decided, CancellationToken cancellationToken)
    {
        try
        {
            return await supervision.IsClaimedAsync(call, cancellationToken)
                ? Handling.Done
                : await RecordAsync(CallRecord.NotActedOn(call, decided), cancellationToken);
        }
        catch (Exception failure) when (StorageFailure.Is(failure))
        {
            return Handling.TryAgain;
        }
    }

    /// <summary>What the called line may ring without asking the rules: an app, or a telephone that they have just let ring.</summary>
    private static Device? LineOf(Decided decided) =>
        decided.User?.Handling.Devices.FirstOrDefault(device => device is AppDevice)
        ?? (decided.Decision is Ring ring && ring.User == decided.User?.Id ? ring.Devices[0] : null);

    private async Task<(Decided? Decided, IReadOnlyList<PlanStep> Plan)> DecideAsync(
        IncomingCall call, bool isStale, CancellationToken cancellationToken)
    {
        if (!call.Called.IsOk)
        {
            // Not a telephone number, so not one of ours either.
            return (null, Plan.Refused(RefuseReason.UnknownNumber));
        }

        var called = call.Called.Value;
        using var span = CallTrace.StartInside(SignalNames.Spans.Decision);
        using var budget = new TimeLimit(CallBudget.Read, time, cancellationToken);
        try
        {
            var asked = new Call(called, call.Caller, call.At, call.Trail);
            var decided = isStale
                ? await router.DecideAsync(asked, budget.Token)
                : await router.DecideAsync(call.Key, RoutingData.Empty, asked, budget.Token);
            if (LineOf(decided) is { } device)
            {
                lines.Remember(called, device);
            }

            return (decided, Plan.For(decided, fallbacks.For(called)));
        }
        catch (Exception failure) when (StorageFailure.Is(failure))
        {
            logger.DataUnavailable(failure, call.CorrelationId, called.Masked);
            return (null, Plan.WithoutData(fallbacks.For(called), lines.For(called)));
        }
    }
}

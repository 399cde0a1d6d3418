using System.Diagnostics;
using Koppla.Functions.Telemetry;

namespace Koppla.Functions.Tests.Telemetry;

/// <summary>One trace a call, whoever carries it on.</summary>
[Collection(nameof(Collected))]
public sealed class CallTraceTests : IDisposable
{
    private const string Call = "2516067926446969080-4eef4f0854bb46ea";

    private readonly ActivityListener listener = new()
    {
        ShouldListenTo = source => source.Name is SignalNames.Source or "api",
        Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
    };

    public CallTraceTests() => ActivitySource.AddActivityListener(listener);

    public void Dispose() => listener.Dispose();

    [Fact]
    public void A_delivery_and_a_callback_are_at_the_top_of_the_same_trace()
    {
        using var first = CallTrace.Start("delivery", Call);
        var delivery = first.Activity!;
        Activity.Current = null;
        using var second = CallTrace.Start("callback", Call);
        var callback = second.Activity!;

        Assert.Equal(CallTrace.IdOf(Call), delivery.TraceId.ToHexString());
        Assert.Equal(delivery.TraceId, callback.TraceId);
        Assert.Equal(default, delivery.ParentSpanId);
        Assert.NotEqual(delivery.SpanId, callback.SpanId);
        Assert.True(delivery.Recorded);
    }

    [Fact]
    public void Another_call_has_another_trace() => Assert.NotEqual(CallTrace.IdOf(Call), CallTrace.IdOf(Call.Replace('9', '8')));

    [Fact]
    public void What_is_done_for_the_call_is_below_it()
    {
        using var delivery = CallTrace.Start("delivery", Call);
        using var step = CallTrace.Start("step", Call);
        using var command = CallTrace.StartInside("command ", "play")!;

        Assert.Equal(delivery.Activity!.SpanId, step.Activity!.ParentSpanId);
        Assert.Equal((step.Activity.SpanId, "command play"), (command.ParentSpanId, command.DisplayName));
    }

    [Fact]
    public void A_request_with_a_trace_of_its_own_keeps_it_and_the_two_are_linked()
    {
        using var source = new ActivitySource("api");
        using var request = source.StartActivity("request")!;
        using (var started = CallTrace.Start("step", Call))
        {
            var step = started.Activity!;
            Assert.NotEqual(request.TraceId, step.TraceId);
            Assert.Equal((null, default), (step.Parent, step.ParentSpanId));
            Assert.Equal(request.Context, Assert.Single(step.Links).Context);
            Assert.Equal(step.Context, Assert.Single(request.Links).Context);
        }

        Assert.Same(request, Activity.Current);
    }

    [Fact]
    public void A_delivery_that_carries_a_trace_is_linked_to_it_though_its_request_is_not_kept()
    {
        var sender = new ActivityContext(ActivityTraceId.CreateRandom(), ActivitySpanId.CreateRandom(), ActivityTraceFlags.Recorded);
        using var request = new Activity("request").SetParentId(sender.TraceId, sender.SpanId).Start();
        using var delivery = CallTrace.Start("delivery", Call);

        var link = Assert.Single(delivery.Activity!.Links).Context;
        Assert.Equal((sender.TraceId, sender.SpanId), (link.TraceId, link.SpanId));
    }
}

using Koppla.Functions.Telemetry;
using Koppla.Functions.Telephony;

namespace Koppla.Functions.Tests.Telemetry;

/// <summary>An app without an exporter. No other test may listen meanwhile.</summary>
[Collection(nameof(Collected))]
public sealed class QuietTests
{
    private const int Calls = 10_000;

    [Fact]
    public void Where_nobody_listens_spans_and_measurements_take_no_memory()
    {
        Tell();
        var before = GC.GetAllocatedBytesForCurrentThread();

        for (var call = 0; call < Calls; call++)
        {
            Tell();
        }

        Assert.Equal(0, (GC.GetAllocatedBytesForCurrentThread() - before) / Calls);
    }

    private static void Tell()
    {
        using var delivery = CallTrace.Start(SignalNames.Spans.Delivery, "2516067926446969080-4eef4f0854bb46ea");
        using var decision = CallTrace.StartInside(SignalNames.Spans.Decision);
        Measurements.Decided(TimeSpan.FromMilliseconds(1), hadData: true);
        Measurements.Commanded("answer", CommandStatus.Accepted, TimeSpan.FromMilliseconds(1));
        Measurements.GivenUp("status-410");
    }
}

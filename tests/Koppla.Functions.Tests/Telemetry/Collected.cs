using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Koppla.Functions.Telemetry;

namespace Koppla.Functions.Tests.Telemetry;

/// <summary>What is measured by the test that made it, and by what it has called; other tests measure at the same time.</summary>
internal sealed class Collected : IDisposable
{
    private static readonly AsyncLocal<Collected?> Mine = new();

    private readonly ConcurrentQueue<(string Metric, string Text)> all = new();
    private readonly MeterListener listener = new();

    public Collected()
    {
        Mine.Value = this;
        listener.InstrumentPublished = (instrument, own) =>
        {
            if (instrument.Meter.Name == SignalNames.Source)
            {
                own.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, $"{value}", tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value >= 0 ? "time" : "negative", tags));
        listener.Start();
    }

    /// <summary>Such as <c>1 outcome=redirected reason=forwarded</c>.</summary>
    public IReadOnlyList<string> Of(string metric) => [.. all.Where(each => each.Metric == metric).Select(each => each.Text)];

    public void Dispose() => listener.Dispose();

    private void Add(Instrument instrument, string value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (Mine.Value == this)
        {
            all.Enqueue((instrument.Name, string.Join(' ', [value, .. tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}")])));
        }
    }
}

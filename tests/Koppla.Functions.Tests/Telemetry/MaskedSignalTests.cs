using System.Diagnostics;
using Koppla.Functions.Telemetry.Masking;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Logs;

namespace Koppla.Functions.Tests.Telemetry;

/// <summary>What is in a span or a log record is masked before an exporter sees it.</summary>
public sealed class MaskedSignalTests
{
    private const string Number = "+46846500410";

    [Fact]
    public void A_span_is_masked_in_its_name_its_tags_and_its_status()
    {
        using var span = Recorded();
        span.DisplayName = $"GET {Number}";
        span.SetTag("url.full", $"http://store.example/numbers(PartitionKey='46846500410')")
            .SetTag("url.path", $"/api/v1/numbers/{Number}/forwarding")
            .SetTag("url.query", "?search=08-465")
            .SetTag("http.response.status_code", 404)
            .SetTag("who", new Uri($"tel:{Number}"))
            .SetStatus(ActivityStatusCode.Error, $"No {Number}");

        new MaskedSpans().OnEnd(span);

        Assert.True(span.Recorded);
        Assert.Equal("GET ***", span.DisplayName);
        Assert.Equal("No ***", span.StatusDescription);
        Assert.Equal(
            ["http.response.status_code=404", "url.full=http://store.example/numbers(*)", "url.path=/api/v1/numbers/*/forwarding", "who=tel:***"],
            span.TagObjects.Select(tag => $"{tag.Key}={tag.Value}").Order(StringComparer.Ordinal));
    }

    // The events of a span can't be changed.
    [Fact]
    public void A_span_with_an_event_that_would_tell_a_number_is_not_exported()
    {
        using var told = Recorded();
        told.AddEvent(new ActivityEvent("exception", tags: new() { ["exception.message"] = $"No {Number}" }));
        using var silent = Recorded();
        silent.AddEvent(new ActivityEvent("exception", tags: new() { ["exception.message"] = "No such thing" }));

        new MaskedSpans().OnEnd(told);
        new MaskedSpans().OnEnd(silent);

        Assert.Equal((false, true), (told.Recorded, silent.Recorded));
    }

    [Fact]
    public void A_log_record_is_masked_in_its_message_its_values_and_its_exception()
    {
        var failure = new InvalidOperationException($"No {Number}", new FormatException("called 46846500410"));

        var record = Logged(logger => Log(logger, failure, Number));

        Assert.Equal("Call to *** failed", record.FormattedMessage);
        Assert.Contains(new KeyValuePair<string, object?>("Called", "***"), record.Attributes);
        Assert.Equal("System.InvalidOperationException: No ***", record.Failure!.Message);
        Assert.DoesNotContain("46846500410", record.Failure.ToString(), StringComparison.Ordinal);
        Assert.Contains("System.FormatException: called ***", record.Failure.ToString(), StringComparison.Ordinal);
        Assert.Null(record.Failure.InnerException);
    }

    [Fact]
    public void An_exception_that_tells_of_nobody_stays_what_it_is()
    {
        var failure = new InvalidOperationException("No such thing");

        Assert.Same(failure, Logged(logger => Log(logger, failure, "x")).Failure);
    }

    private static readonly Action<ILogger, string, Exception?> Message =
        LoggerMessage.Define<string>(LogLevel.Error, new EventId(1), "Call to {Called} failed");

    private static void Log(ILogger logger, Exception failure, string called) => Message(logger, called, failure);

    private static Activity Recorded() => new Activity("span") { ActivityTraceFlags = ActivityTraceFlags.Recorded, IsAllDataRequested = true };

    private static SeenRecord Logged(Action<ILogger> write)
    {
        var seen = new Seen();
        using var factory = LoggerFactory.Create(logging => logging.AddOpenTelemetry(options =>
        {
            options.IncludeFormattedMessage = true;
            options.AddProcessor(new MaskedLogs()).AddProcessor(seen);
        }));
        write(factory.CreateLogger("test"));
        return Assert.Single(seen.Records);
    }

    private sealed class Seen : BaseProcessor<LogRecord>
    {
        public List<SeenRecord> Records { get; } = [];

        // A record is used again when it has been seen.
        public override void OnEnd(LogRecord data) => Records.Add(new(data.FormattedMessage, [.. data.Attributes ?? []], data.Exception));
    }

    private sealed record SeenRecord(string? FormattedMessage, KeyValuePair<string, object?>[] Attributes, Exception? Failure);
}

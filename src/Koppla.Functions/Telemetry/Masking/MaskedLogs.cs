using OpenTelemetry;
using OpenTelemetry.Logs;

namespace Koppla.Functions.Telemetry.Masking;

/// <summary>Masks every log record before an exporter sees it, whoever wrote it. Scopes are not exported at all.</summary>
internal sealed class MaskedLogs : BaseProcessor<LogRecord>
{
    public override void OnEnd(LogRecord data)
    {
        data.FormattedMessage = MaskedOrNull(data.FormattedMessage);
        data.Body = MaskedOrNull(data.Body);
        if (data.Attributes is { } attributes)
        {
            data.Attributes = [.. attributes.Select(each => new KeyValuePair<string, object?>(each.Key, MaskedValues.Of(each.Key, each.Value)))];
        }

        if (data.Exception is { } failure)
        {
            data.Exception = MaskedException.Of(failure);
        }
    }

    private static string? MaskedOrNull(string? text) => text is null ? null : SensitiveText.Masked(text);
}

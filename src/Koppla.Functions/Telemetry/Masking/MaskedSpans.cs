using System.Diagnostics;
using OpenTelemetry;

namespace Koppla.Functions.Telemetry.Masking;

/// <summary>Masks every span before an exporter sees it, whatever made it.</summary>
internal sealed class MaskedSpans : BaseProcessor<Activity>
{
    public override void OnEnd(Activity data)
    {
        if (HoldsUnmasked(data))
        {
            // Events and links can't be changed any more: none of ours has such, and nobody else's leaves the process with them.
            data.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
            return;
        }

        data.DisplayName = SensitiveText.Masked(data.DisplayName);
        if (data.StatusDescription is { } description)
        {
            data.SetStatus(data.Status, SensitiveText.Masked(description));
        }

        foreach (var (key, value) in MaskedValues.Changes(data.TagObjects))
        {
            data.SetTag(key, value);
        }
    }

    private static bool HoldsUnmasked(Activity span) =>
        span.Events.Any(each => SensitiveText.Masked(each.Name) != each.Name || MaskedValues.Changes(each.Tags).Count > 0)
        || span.Links.Any(link => link.Tags is { } tags && MaskedValues.Changes(tags).Count > 0);
}

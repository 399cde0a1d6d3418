using System.Diagnostics;

namespace Koppla.Functions.Telemetry;

/// <summary>A span of a call while it lasts; nothing, when nobody listens. When it ends, what was current before is so again.</summary>
internal readonly struct CallSpan(Activity? activity, Activity? around) : IDisposable
{
    public Activity? Activity { get; } = activity;

    public void Dispose()
    {
        if (Activity is null)
        {
            return;
        }

        Activity.Dispose();
        if (around is { IsStopped: false })
        {
            System.Diagnostics.Activity.Current = around;
        }
    }
}

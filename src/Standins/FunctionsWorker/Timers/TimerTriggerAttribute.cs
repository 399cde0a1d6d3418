using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Runs the function on a schedule.</summary>
public sealed class TimerTriggerAttribute(string schedule) : TriggerBindingAttribute
{
    /// <summary>NCRONTAB in UTC (second minute hour day month weekday), or <c>%Setting%</c> that holds one.</summary>
    public string Schedule { get; private set; } = schedule;

    /// <summary>False: <see cref="TimerInfo.ScheduleStatus"/> is null.</summary>
    public bool UseMonitor { get; set; } = true;

    /// <summary>True: the function also runs each time the host has started.</summary>
    public bool RunOnStartup { get; set; }
}

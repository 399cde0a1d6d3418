namespace Microsoft.Azure.Functions.Worker;

/// <summary>What a timer function is told.</summary>
public class TimerInfo
{
    /// <summary>Null for schedules that run more often than once a minute.</summary>
    public ScheduleStatus? ScheduleStatus { get; set; }

    /// <summary>True if the run comes later than scheduled.</summary>
    public bool IsPastDue { get; set; }
}

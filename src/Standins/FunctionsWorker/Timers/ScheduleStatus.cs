namespace Microsoft.Azure.Functions.Worker;

/// <summary>How a schedule stood when it was last written, all in UTC.</summary>
public class ScheduleStatus
{
    /// <summary>The last run; 0001-01-01 before the first.</summary>
    public DateTime Last { get; set; }

    /// <summary>The run expected after that: the present one, inside a function.</summary>
    public DateTime Next { get; set; }

    public DateTime LastUpdated { get; set; }
}

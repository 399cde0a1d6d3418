namespace Koppla.Simulator.Faults;

/// <summary>What happens to a REST command.</summary>
public sealed record CommandFault : Fault
{
    /// <summary>It is not executed and gets this status: 429, 500, 503.</summary>
    public int? Status { get; init; }

    /// <summary>The Retry-After header that goes with <see cref="Status"/>, in whole seconds.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>It is executed and never answered.</summary>
    public bool Hang { get; init; }

    /// <summary>It is executed and its connection then aborted.</summary>
    public bool ResetAfterExecution { get; init; }

    /// <summary>Its first event is delivered before its answer.</summary>
    public bool EventOvertakes { get; init; }
}

namespace Koppla.Benchmarks.Capacity;

/// <summary>What happens in one second.</summary>
internal sealed class Second
{
    public int Executions { get; set; }

    public double TableRequests { get; set; }

    /// <summary>To the partition of the largest organisation, in the table of users and in that of records.</summary>
    public double Users { get; set; }

    public double Records { get; set; }

    /// <summary>Seconds that executions take in all, waiting included; so many are under way at a time.</summary>
    public double Busy { get; set; }
}

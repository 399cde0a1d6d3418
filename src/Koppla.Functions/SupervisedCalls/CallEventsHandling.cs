namespace Koppla.Functions.SupervisedCalls;

/// <summary>What became of posted events.</summary>
public enum CallEventsHandling
{
    Done,

    /// <summary>It is not what the provider posts.</summary>
    Malformed,

    /// <summary>There is no such call, or it is not the provider who asks.</summary>
    NotFound,
}

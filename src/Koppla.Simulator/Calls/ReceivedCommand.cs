namespace Koppla.Simulator.Calls;

/// <summary>A REST command that concerned a call.</summary>
/// <param name="Replayed">Whether the first answer was repeated and nothing was done.</param>
public sealed record ReceivedCommand(DateTimeOffset At, string Operation, string Path, string? RepeatabilityId, bool Replayed, int Status)
{
    /// <summary>Whether it had an effect.</summary>
    public bool IsEffective => !Replayed && Status is >= 200 and < 300;
}

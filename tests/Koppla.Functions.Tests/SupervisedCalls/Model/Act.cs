using NodaTime;

namespace Koppla.Functions.Tests.SupervisedCalls.Model;

/// <summary>What somebody does in a call as soon as it is possible, or never.</summary>
/// <param name="DoAsync">False: it failed, and is tried again.</param>
internal sealed record Act(Func<bool> IsPossible, Func<Task<bool>> DoAsync)
{
    public static readonly Duration Pause = Duration.FromSeconds(5);

    /// <summary>Longer than a death of the process can delay anything.</summary>
    public static readonly Duration Patience = Duration.FromSeconds(100);

    public static Act Of(Func<bool> isPossible, Action does) => new(isPossible, () =>
    {
        does();
        return Task.FromResult(true);
    });
}

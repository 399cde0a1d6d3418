using System.Collections.Immutable;

namespace Koppla.Functions.SupervisedCalls;

/// <summary>What an event does to a call.</summary>
/// <param name="Call">The call after it.</param>
/// <param name="Commands">To be sent once the new state is stored.</param>
/// <param name="Changed">False: the event is late, repeated or of no interest, and nothing is stored.</param>
/// <param name="NeedsDecision">What comes next is to be decided anew, by the lines as they are now.</param>
internal readonly record struct Transition(
    SupervisedCall Call, ImmutableArray<CallCommand> Commands, bool Changed, bool NeedsDecision)
{
    public static Transition Nothing(SupervisedCall call) => new(call, [], false, false);

    /// <summary>The same commands once more; the state stays.</summary>
    public static Transition Repeat(SupervisedCall call, ImmutableArray<CallCommand> commands) => new(call, commands, false, false);

    public static Transition To(SupervisedCall call, params ImmutableArray<CallCommand> commands) => new(call, commands, true, false);

    public static Transition Decide(SupervisedCall call, params ImmutableArray<CallCommand> commands) => new(call, commands, true, true);
}

using System.Collections.Immutable;
using Koppla.Functions.Calls;

namespace Koppla.Functions.IncomingCalls;

/// <summary>How a plan ended.</summary>
/// <param name="Outcome">Null when it cannot be told: the event must come again.</param>
/// <param name="Target">Where the call went, when it went somewhere.</param>
/// <param name="Commands">What the provider did with each command.</param>
/// <param name="IsSupervised">The call is answered: its outcome is recorded when it ends.</param>
internal sealed record PlanResult(
    CallOutcome? Outcome, string? Target, ImmutableArray<CommandNote> Commands, bool IsSupervised = false);

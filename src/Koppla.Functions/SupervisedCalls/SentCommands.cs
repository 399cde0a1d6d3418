using System.Collections.Immutable;
using Koppla.Functions.Calls;
using Koppla.Functions.Telephony.CallEvents;

namespace Koppla.Functions.SupervisedCalls;

/// <summary>What the provider answered to commands.</summary>
/// <param name="Invitations">By the context of their commands. A call that was created counts as one: its connection.</param>
/// <param name="NotTaken">The commands that it did not take.</param>
/// <param name="Events">What that means for the call, as if the provider had told of it later.</param>
internal sealed record SentCommands(
    ImmutableArray<KeyValuePair<string, string>> Invitations,
    ImmutableArray<CommandNote> NotTaken,
    ImmutableArray<CallEvent> Events);

using System.Collections.Immutable;

namespace Koppla.Functions.Telephony;

/// <summary>What a look at a call gave.</summary>
/// <param name="Participants">
/// Who is in it and has a name to us; none when it is not connected. Never count them: the provider may list our own end, and two who
/// withhold their numbers cannot be told apart.
/// </param>
internal sealed record ConnectionState(ConnectionPresence Presence, ImmutableArray<CallTarget> Participants);

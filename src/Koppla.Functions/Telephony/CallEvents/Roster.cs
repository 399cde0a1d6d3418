using System.Collections.Immutable;
using NodaTime;

namespace Koppla.Functions.Telephony.CallEvents;

/// <summary>Who is in the call.</summary>
/// <param name="Participants">As in <see cref="ConnectionState"/>: not to be counted.</param>
/// <param name="Sequence">A roster with a higher one is newer.</param>
internal sealed record Roster(
    string Id, string Connection, string? Context, Instant At,
    ImmutableArray<CallTarget> Participants, int Sequence)
    : CallEvent(Id, Connection, Context, At);

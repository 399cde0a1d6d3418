using NodaTime;

namespace Koppla.Functions.Telephony.CallEvents;

/// <summary>Somebody who was asked for a key has pressed one.</summary>
/// <param name="Key"><c>0</c> to <c>9</c>, <c>A</c> to <c>D</c>, <c>#</c> or <c>*</c>.</param>
internal sealed record KeyPressed(string Id, string Connection, string? Context, Instant At, char Key)
    : CallEvent(Id, Connection, Context, At);

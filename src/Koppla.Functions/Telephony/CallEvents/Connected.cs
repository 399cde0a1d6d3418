using NodaTime;

namespace Koppla.Functions.Telephony.CallEvents;

/// <summary>The call is answered and connected.</summary>
internal sealed record Connected(string Id, string Connection, string? Context, Instant At)
    : CallEvent(Id, Connection, Context, At);

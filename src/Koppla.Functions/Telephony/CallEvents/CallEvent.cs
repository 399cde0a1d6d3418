using NodaTime;

namespace Koppla.Functions.Telephony.CallEvents;

/// <summary>Something that happened in a supervised call, told by the provider: perhaps twice, late, or out of order.</summary>
/// <param name="Id">The same when the same event is told again.</param>
/// <param name="Connection">The provider's name of the call.</param>
/// <param name="Context">The context of the command that it answers; null when it answers none.</param>
internal abstract record CallEvent(string Id, string Connection, string? Context, Instant At);

using Koppla.Routing.Numbers;

namespace Koppla.Functions.Telephony;

/// <summary>Whom to ring, how, and for how long.</summary>
/// <param name="CallerId">What a telephone shows; a telephone without one is refused by the provider. An app needs none.</param>
/// <param name="Trail">Where the call has been, for a telephone: the leg may come back to us as a new call.</param>
/// <param name="RingFor">Providers take 1 to 180 whole seconds; what lies between or outside is rounded up or cut.</param>
/// <param name="Context">Comes back in the events of this invitation.</param>
internal sealed record Invitation(CallTarget Target, PhoneNumber? CallerId, string? Trail, TimeSpan RingFor, string Context);

using Koppla.Routing.Numbers;

namespace Koppla.Functions.Telephony;

/// <summary>To whom a call is given away.</summary>
/// <param name="CallerId">What a telephone shows; a telephone without one may be refused by the provider. An app needs none.</param>
/// <param name="Trail">Where the call has been, for a telephone: the leg may come back to us as a new call.</param>
/// <param name="Context">Comes back in the events of this handover.</param>
internal sealed record Handover(CallTarget Target, PhoneNumber? CallerId, string? Trail, string Context);

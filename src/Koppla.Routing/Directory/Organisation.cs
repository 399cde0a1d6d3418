using Koppla.Routing.Destinations;
using Koppla.Routing.Numbers;

namespace Koppla.Routing.Directory;

/// <param name="Id">Its id.</param>
/// <param name="Name">For people.</param>
/// <param name="Suspended">All calls to its numbers are refused.</param>
/// <param name="Countries">Where its calls may be forwarded.</param>
/// <param name="Fallback">Where a call to its numbers goes that would otherwise be refused; may be one of our own numbers.</param>
public sealed record Organisation(OrganisationId Id, string Name, bool Suspended, AllowedCountries Countries, PhoneNumber? Fallback);

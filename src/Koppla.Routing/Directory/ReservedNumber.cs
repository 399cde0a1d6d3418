namespace Koppla.Routing.Directory;

/// <summary>Owned by the organisation and tied to no service.</summary>
public sealed record ReservedNumber(OrganisationId Organisation, Forwarding? Forwarding) : NumberEntry;

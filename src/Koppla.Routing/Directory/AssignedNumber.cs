namespace Koppla.Routing.Directory;

/// <summary>Tied to a user, whose call handling decides.</summary>
public sealed record AssignedNumber(OrganisationId Organisation, UserId User) : NumberEntry;

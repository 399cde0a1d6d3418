namespace Koppla.Routing.Decisions;

/// <param name="Organisation">The organisation that the number belongs to; a user of another organisation counts as absent.</param>
/// <param name="User">The user the number is tied to.</param>
public sealed record MissingUser(OrganisationId Organisation, UserId User) : MissingData;

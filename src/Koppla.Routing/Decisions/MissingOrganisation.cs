namespace Koppla.Routing.Decisions;

public sealed record MissingOrganisation(OrganisationId Organisation) : MissingData;

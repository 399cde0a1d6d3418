namespace Koppla.Routing.Directory;

public sealed record User(UserId Id, OrganisationId Organisation, string Name, CallHandling Handling);

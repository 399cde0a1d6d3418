using Koppla.Functions.Api;
using Microsoft.AspNetCore.Http;

namespace Koppla.Functions.Organisations;

/// <summary>What can be wrong with a request about an organisation.</summary>
internal static class OrganisationProblems
{
    public static readonly Problem NotFound = new(
        StatusCodes.Status404NotFound, "organisation-not-found", "Your organisation is not known here.");
}

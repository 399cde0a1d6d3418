using Koppla.Functions.Api;
using Microsoft.AspNetCore.Http;

namespace Koppla.Functions.Organisations;

/// <summary>What can be wrong with a request about an organisation.</summary>
internal static class OrganisationProblems
{
    public static readonly Problem NotFound = new(
        StatusCodes.Status404NotFound, "organisation-not-found", "Your organisation is not known here.");

    public static readonly Problem NotMainNumber = new(
        StatusCodes.Status422UnprocessableEntity, "main-number-not-owned", "The main number is one of the organisation's numbers.", "mainNumber");

    public static readonly Problem CountriesElsewhere = new(
        StatusCodes.Status422UnprocessableEntity,
        "countries-not-changed-here",
        "The countries of an organisation are changed with its destination policy.",
        "countries");
}

using Koppla.Functions.Api;
using Koppla.Routing.Numbers;
using Microsoft.AspNetCore.Http;

namespace Koppla.Functions.Destinations;

/// <summary>What can be wrong with a destination outside the organisation, whichever it is.</summary>
internal static class ExternalForwardProblems
{
    public static Problem NotAllowed(string? field) => new(
        StatusCodes.Status403Forbidden,
        "external-forwards-not-allowed",
        "The organisation does not let you forward calls to numbers outside it.",
        field);

    /// <param name="whose">Of whom or what the calls are.</param>
    public static Problem Unconfirmed(string whose, PhoneNumber destination, string? field) => new(
        StatusCodes.Status409Conflict,
        "external-forward-unconfirmed",
        $"Calls to {whose} would leave the organisation for the first time, to {destination.Display}. If that is meant, ask again with confirm=external.",
        field);
}

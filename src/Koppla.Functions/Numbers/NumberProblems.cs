using Koppla.Functions.Api;
using Microsoft.AspNetCore.Http;

namespace Koppla.Functions.Numbers;

/// <summary>What can be wrong with a request about a number.</summary>
internal static class NumberProblems
{
    public static readonly Problem NotFound = new(
        StatusCodes.Status404NotFound, "number-not-found", "The organisation has no such number.", "number");

    public static readonly Problem ForwardingNotFound = new(
        StatusCodes.Status404NotFound, "forwarding-not-found", "The number is not forwarded.", "number");

    public static readonly Problem ReservedMobile = new(
        StatusCodes.Status422UnprocessableEntity,
        "reserved-mobile-needs-sim",
        "A reserved mobile number cannot be forwarded: it needs an active SIM card.",
        "number");

    public static readonly Problem Assigned = new(
        StatusCodes.Status409Conflict,
        "number-assigned",
        "The number belongs to a user, whose profiles decide where its calls go.",
        "number");

    public static readonly Problem DestinationMissing = new(
        StatusCodes.Status422UnprocessableEntity,
        "destination-missing",
        "Say which number the calls are forwarded to.",
        "destination");

    public static Problem Loop(string witness) => new(
        StatusCodes.Status422UnprocessableEntity, "forwarding-loop", $"Calls would go in a circle: {witness}", "destination");

    public static Problem TooLong(string witness) => new(
        StatusCodes.Status422UnprocessableEntity,
        "forwarding-chain-too-long",
        $"Calls would be forwarded too many times: {witness}",
        "destination");
}

using Koppla.Functions.Api;
using Koppla.Routing;
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

    private static readonly Problem Assigned = new(
        StatusCodes.Status409Conflict,
        "number-assigned",
        "The number belongs to a user, whose profiles decide where its calls go.",
        "number");

    public static readonly Problem DestinationMissing = new(
        StatusCodes.Status422UnprocessableEntity,
        "destination-missing",
        "Say which number the calls are forwarded to.",
        "destination");

    public static readonly Problem NotAssigned = new(
        StatusCodes.Status404NotFound, "assignment-not-found", "The number belongs to no user.", "number");

    public static readonly Problem Exists = new(
        StatusCodes.Status409Conflict, "number-exists", "The organisation has the number already.", "number");

    /// <summary>Another organisation has it; which one is not told.</summary>
    public static readonly Problem NotAvailable = new(
        StatusCodes.Status409Conflict, "number-not-available", "The number cannot be added to the organisation.", "number");

    public static readonly Problem UserUnknown = new(
        StatusCodes.Status422UnprocessableEntity, "user-unknown", "The organisation has no such user.", "user");

    public static Problem AssignedTo(UserId user) => Assigned with { See = $"/api/v1/users/{user}/profiles" };

    public static Problem Loop(string witness, string field) => new(
        StatusCodes.Status422UnprocessableEntity, "forwarding-loop", $"Calls would go in a circle: {witness}", field);

    public static Problem TooLong(string witness, string field) => new(
        StatusCodes.Status422UnprocessableEntity,
        "forwarding-chain-too-long",
        $"Calls would be forwarded too many times: {witness}",
        field);
}

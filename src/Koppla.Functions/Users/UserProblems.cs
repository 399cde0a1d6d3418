using Koppla.Functions.Api;
using Koppla.Routing.Profiles;
using Microsoft.AspNetCore.Http;

namespace Koppla.Functions.Users;

/// <summary>What can be wrong with a request about a user's call handling.</summary>
internal static class UserProblems
{
    public const string LoopName = "forwarding-loop";

    public static readonly Problem NotFound = new(
        StatusCodes.Status404NotFound, "user-not-found", "The organisation has no such user.", "user");

    public static readonly Problem Exists = new(
        StatusCodes.Status409Conflict, "user-exists", "The organisation has a user with this id.", "id");

    public static readonly Problem GoneSince = new(
        StatusCodes.Status409Conflict,
        "user-gone-since",
        "The request with this Idempotency-Key was carried out, and the user that it made has been removed since.");

    public static readonly Problem TooLarge = new(
        StatusCodes.Status422UnprocessableEntity,
        "call-handling-too-large",
        "All profiles, periods and exceptions of the user together are more than can be stored.");

    public static Problem ProfileUnknown(ProfileId profile, string field) => new(
        StatusCodes.Status422UnprocessableEntity, "profile-unknown", $"The user has no profile '{profile}'.", field);

    public static Problem Loop(string witness, string field) => new(
        StatusCodes.Status422UnprocessableEntity, LoopName, $"Calls would go in a circle: {witness}", field);

    public static Problem TooLong(string witness, string field) => new(
        StatusCodes.Status422UnprocessableEntity,
        "forwarding-chain-too-long",
        $"Calls would be forwarded too many times: {witness}",
        field);
}

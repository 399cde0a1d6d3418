using Koppla.Functions.Api;
using Koppla.Functions.Api.Documentation;
using Microsoft.AspNetCore.Http;

namespace Koppla.Functions.Profiles;

/// <summary>What can be wrong with a request about a profile.</summary>
internal static class ProfileProblems
{
    /// <summary>The most profiles that a user can have.</summary>
    public const int MaxProfiles = 50;

    /// <summary>Names of what is wrong with the body of a profile.</summary>
    public static readonly string[] OfBodies =
    [
        .. ProblemNames.OfNumber, .. ProblemNames.OfMember,
        "destination-missing", "destination-ambiguous", "id-not-valid", "profile-id-not-valid", "profile-id-differs", "referral-text-not-valid", "sound-not-valid",
        "too-many-profiles",
    ];

    public static readonly Problem NotFound = new(
        StatusCodes.Status404NotFound, "profile-not-found", "The user has no such profile.", "profile");

    public static readonly Problem TooMany = new(
        StatusCodes.Status422UnprocessableEntity, "too-many-profiles", $"A user has at most {MaxProfiles} profiles.");

    public static readonly Problem GoneSince = new(
        StatusCodes.Status409Conflict,
        "profile-gone-since",
        "The request with this Idempotency-Key was carried out, and the profile that it made has been deleted since.");

    public static Problem InUse(IReadOnlyList<string> usedBy) => new(
        StatusCodes.Status409Conflict,
        "profile-in-use",
        $"The profile is in use by {string.Join(", ", usedBy)}. Put another in its place first.",
        "profile")
    {
        UsedBy = usedBy,
    };
}

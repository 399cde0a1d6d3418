using Koppla.Functions.Api;
using Microsoft.AspNetCore.Http;

namespace Koppla.Functions.Activating;

/// <summary>What can be wrong with a request about an activation.</summary>
internal static class ActivationProblems
{
    /// <summary>Names of what is wrong with what somebody asks for.</summary>
    public static readonly string[] OfWishes =
    [
        "profile-id-not-valid", "profile-unknown", "profile-has-no-standard-length", "time-not-valid",
        "activation-end-ambiguous", "activation-end-past", "activation-end-too-far",
    ];

    /// <summary>The name is that of the decision's own refusal to extend what is not there.</summary>
    public static readonly Problem Missing = new(
        StatusCodes.Status404NotFound, "activation-missing", "No profile is activated by hand now.");

    public static readonly Problem NoStandardLength = new(
        StatusCodes.Status422UnprocessableEntity, "profile-has-no-standard-length", "The profile has no usual length.", "standardLength");
}

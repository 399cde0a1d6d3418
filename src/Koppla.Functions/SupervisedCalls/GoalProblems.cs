using Koppla.Functions.Api;
using Koppla.Functions.Api.Documentation;
using Microsoft.AspNetCore.Http;

namespace Koppla.Functions.SupervisedCalls;

/// <summary>Why nobody can be reached where a person wants a call to go.</summary>
internal static class GoalProblems
{
    /// <summary>Names of what is wrong with whom a body names.</summary>
    public static readonly string[] OfBodies =
    [
        .. ProblemNames.OfDestination, .. ProblemNames.OfMember,
        "destination-missing", "destination-ambiguous", "id-not-valid", "colleague-not-found", "colleague-without-number",
    ];

    public static readonly Problem ColleagueNotFound = new(
        StatusCodes.Status422UnprocessableEntity, "colleague-not-found", "The organisation has no such user.", "to.user");

    public static readonly Problem ColleagueWithoutNumber = new(
        StatusCodes.Status422UnprocessableEntity, "colleague-without-number", "The colleague has no number.", "to.user");
}

using Koppla.Functions.Api;
using Microsoft.AspNetCore.Http;

namespace Koppla.Functions.SupervisedCalls;

/// <summary>Why nobody can be reached where a person wants a call to go.</summary>
internal static class GoalProblems
{
    public static readonly Problem ColleagueNotFound = new(
        StatusCodes.Status422UnprocessableEntity, "colleague-not-found", "The organisation has no such user.", "to.user");

    public static readonly Problem ColleagueWithoutNumber = new(
        StatusCodes.Status422UnprocessableEntity, "colleague-without-number", "The colleague has no number.", "to.user");
}

using Koppla.Functions.Api;
using Koppla.Functions.Insight;
using Koppla.Functions.Users;
using Koppla.Routing;
using Microsoft.AspNetCore.Http;

namespace Koppla.Functions.Bulk;

/// <summary>What became of one user.</summary>
/// <param name="Status"><c>changed</c>; <c>tried</c>, when the request only asks; <c>refused</c>; or <c>failed</c>, which may be tried again.</param>
/// <param name="Problem">Why the user is as before.</param>
/// <param name="Preview">What the change would do, when the request only asks.</param>
internal sealed record BulkItemBody(
    Guid User, string Status, ProblemBody? Problem = null, IReadOnlyList<WarningBody>? Warnings = null, ChangePreviewBody? Preview = null)
{
    public static BulkItemBody Of(UserId user, ChangedUser? changed, Problem? problem) => changed switch
    {
        null => new(user.Value, IsToBeTriedAgain(problem!) ? "failed" : "refused", ProblemBody.Of(problem!)),
        { Preview: { } preview } => new(user.Value, "tried", Preview: preview),
        _ => new(user.Value, "changed", Warnings: changed.WarningsOrNull),
    };

    private static bool IsToBeTriedAgain(Problem problem) =>
        problem == Problems.Contended || problem.Status == StatusCodes.Status503ServiceUnavailable;
}

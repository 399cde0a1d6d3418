using Koppla.Functions.Api;
using Koppla.Functions.Api.Documentation;
using Koppla.Functions.Insight;
using Koppla.Functions.Security;
using Koppla.Functions.Users;
using Koppla.Routing.Directory;
using Koppla.Routing.Profiles;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Koppla.Functions.Activating;

/// <summary>The profile that is in force when nothing else is.</summary>
internal static class DefaultProfileEndpoints
{
    public static void MapDefaultProfile(this IEndpointRouteBuilder api)
    {
        var profile = api.MapGroup("/users/{user}/default-profile").RequireAuthorization(Policies.Member);
        profile.MapGet("/", GetAsync).Describe("getDefaultProfile", "The profile that is in force when nothing else is.");
        profile.MapPut("/", PutAsync)
            .Describe("putDefaultProfile", "Says which profile is in force when nothing else is.")
            .ForwardsOutside()
            .Fails(422, [.. ProblemNames.OfProfile, "profile-unknown", "profile-id-not-valid"]);
    }

    private static Task<Results<Ok<DefaultProfileBody>, ProblemHttpResult>> GetAsync(
        Person person, string user, UserReading reading, HttpResponse response, CancellationToken cancellationToken) =>
        reading.AnswerAsync(
            person, user, response, found => new DefaultProfileBody(found.Handling.DefaultProfile.Value), cancellationToken);

    private static async Task<Results<Ok<DefaultProfileBody>, Ok<ChangePreviewBody>, ProblemHttpResult>> PutAsync(
        Person person,
        string user,
        ChangeTerms terms,
        JsonBody<DefaultProfileBody> body,
        UserChange change,
        HttpContext context,
        CancellationToken cancellationToken)
    {
        var (id, problem) = Read(body.Value);
        if (problem is not null)
        {
            return problem.ToResult();
        }

        (var changed, problem) = await change.ApplyAsync(person, user, terms, found => Edit(found.Handling, id), cancellationToken);
        return ChangeAnswer.Replace(context, changed, problem, now => new DefaultProfileBody(id.Value, now.WarningsOrNull));
    }

    private static (ProfileId Profile, Problem? Problem) Read(DefaultProfileBody body)
    {
        var reading = new BodyReading();
        var profile = reading.Required(body.Profile, "profile") is { } id ? reading.Value(ProfileId.Parse(id), "profile") : default;
        return (profile, reading.Problem);
    }

    private static UserEdit Edit(CallHandling handling, ProfileId id) => handling.Find(id) is { } profile
        ? new UserEdit(handling with { DefaultProfile = id }) { Checked = [new CheckedProfile(profile, "profile")] }
        : UserProblems.ProfileUnknown(id, "profile");
}

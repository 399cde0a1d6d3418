using Koppla.Functions.Api;
using Koppla.Functions.Api.Documentation;
using Koppla.Functions.Insight;
using Koppla.Functions.Security;
using Koppla.Functions.Users;
using Koppla.Routing.Profiles;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using NodaTime;

namespace Koppla.Functions.Profiles;

/// <summary>A user's profiles.</summary>
internal static class ProfileEndpoints
{
    public static void MapProfiles(this IEndpointRouteBuilder api)
    {
        var profiles = api.MapGroup("/users/{user}/profiles").RequireAuthorization(Policies.Member);
        profiles.MapGet("/", ListAsync).Describe("listProfiles", "The user's profiles.");
        profiles.MapPost("/", PostAsync)
            .Describe("postProfile", "A new profile, whose id is made of its name.")
            .ForwardsOutside()
            .Fails(409, "profile-gone-since")
            .Fails(422, ProfileProblems.OfBodies)
            .Fails(422, ProblemNames.OfProfile);
        profiles.MapGet("/{profile}", GetAsync)
            .Describe("getProfile", "One of the profiles.")
            .Fails(404, "profile-not-found");
        profiles.MapPut("/{profile}", PutAsync)
            .Describe("putProfile", "Makes or replaces a profile.")
            .ForwardsOutside()
            .Fails(400, "profile-id-not-valid")
            .Fails(422, ProfileProblems.OfBodies)
            .Fails(422, ProblemNames.OfProfile);
        profiles.MapDelete("/{profile}", DeleteAsync)
            .Describe("deleteProfile", "Deletes a profile that is not in use.")
            .Fails(404, "profile-not-found")
            .Fails(409, "profile-in-use");
    }

    private static Task<Results<Ok<ProfileListBody>, ProblemHttpResult>> ListAsync(
        Person person, string user, UserReading reading, HttpResponse response, CancellationToken cancellationToken) =>
        reading.AnswerAsync(
            person,
            user,
            response,
            found => new ProfileListBody([.. found.Handling.Profiles.Select(profile => ProfileBody.Of(profile))]),
            cancellationToken);

    private static Task<Results<Ok<ProfileBody>, ProblemHttpResult>> GetAsync(
        Person person, string user, string profile, UserReading reading, HttpResponse response, CancellationToken cancellationToken) =>
        reading.AnswerAsync<ProfileBody>(
            person,
            user,
            response,
            found => ProfileId.Parse(profile) is { IsOk: true } id && found.Handling.Find(id.Value) is { } one
                ? (ProfileBody.Of(one), null)
                : (null, ProfileProblems.NotFound),
            cancellationToken);

    private static async Task<Results<Created<ProfileBody>, Ok<ChangePreviewBody>, ProblemHttpResult>> PostAsync(
        Person person,
        string user,
        ChangeTerms terms,
        JsonBody<ProfileBody> body,
        UserChange change,
        HttpContext context,
        CancellationToken cancellationToken)
    {
        if (body.Value.Id is not null)
        {
            return Problems.Body("The id is made of the name. PUT takes one of your choice.", "id").ToResult();
        }

        var (profile, problem) = ProfileReading.Read(body.Value, ProfileId.Available);
        if (profile is null)
        {
            return problem!.ToResult();
        }

        (var changed, problem) = await change.ApplyAsync(
            person,
            user,
            terms,
            Fingerprint.Of("profiles", body.Value),
            found => ProfileEdits.Add(found.Handling, profile),
            cancellationToken);
        return changed switch
        {
            null => problem!.ToResult(),
            { Preview: { } preview } => TypedResults.Ok(preview),
            { Made: { } made } when changed.Handling.Find(ProfileId.Parse(made).Value) is { } added => Created(context, changed, added),
            _ => ProfileProblems.GoneSince.ToResult(),
        };
    }

    private static async Task<Results<Ok<ProfileBody>, Created<ProfileBody>, Ok<ChangePreviewBody>, ProblemHttpResult>> PutAsync(
        Person person,
        string user,
        string profile,
        ChangeTerms terms,
        JsonBody<ProfileBody> body,
        UserChange change,
        HttpContext context,
        CancellationToken cancellationToken)
    {
        var id = ProfileId.Parse(profile);
        if (!id.IsOk)
        {
            return Problem.Of(StatusCodes.Status400BadRequest, id.Refusal, "profile").ToResult();
        }

        var (put, problem) = ProfileReading.Read(body.Value, id.Value);
        if (put is null)
        {
            return problem!.ToResult();
        }

        (var changed, problem) = await change.ApplyAsync(
            person, user, terms, found => ProfileEdits.Put(found.Handling, put), cancellationToken);
        return ChangeAnswer.Put(context, changed, problem, now => ProfileBody.Of(put, now.WarningsOrNull));
    }

    private static async Task<Results<NoContent, Ok<ChangePreviewBody>, ProblemHttpResult>> DeleteAsync(
        Person person, string user, string profile, ChangeTerms terms, UserChange change, IClock clock, CancellationToken cancellationToken)
    {
        var id = ProfileId.Parse(profile);
        if (!id.IsOk)
        {
            return ProfileProblems.NotFound.ToResult();
        }

        var (changed, problem) = await change.ApplyAsync(
            person, user, terms, found => ProfileEdits.Delete(found.Handling, id.Value, clock.GetCurrentInstant()), cancellationToken);
        return ChangeAnswer.Delete(changed, problem);
    }

    private static Created<ProfileBody> Created(HttpContext context, ChangedUser changed, Profile profile)
    {
        context.Response.Headers.ETag = EntityTag.Of(changed.Version);
        var collection = $"{context.Request.PathBase}{context.Request.Path}".TrimEnd('/');
        return TypedResults.Created($"{collection}/{profile.Id}", ProfileBody.Of(profile, changed.WarningsOrNull));
    }
}

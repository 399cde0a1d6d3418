using Koppla.Functions.Api;
using Koppla.Functions.Api.Documentation;
using Koppla.Functions.Insight;
using Koppla.Functions.Organisations;
using Koppla.Functions.Security;
using Koppla.Routing.Destinations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using NodaTime;

namespace Koppla.Functions.Users;

/// <summary>Users: administrators list, create, change and remove them; everybody reads the own one.</summary>
internal static class UserEndpoints
{
    public static void MapUsers(this IEndpointRouteBuilder api)
    {
        var users = api.MapGroup("/users");
        users.MapGet("/", ListAsync).RequireAuthorization(Policies.Administrator)
            .Describe("listUsers", "The organisation's users, or those found by name, department or a part of a number.")
            .Reads(
                RequestParameter.Text("q", "Words of the name or department, or a part of a number."), Paging.Parameter, Continuation.Parameter);
        users.MapPost("/", PostAsync).RequireAuthorization(Policies.Administrator)
            .Describe("createUser", "Creates a user, with the default profiles.")
            .MakesNew()
            .Fails(404, "organisation-not-found")
            .Fails(409, "user-exists", "user-gone-since")
            .Fails(422, [.. UserDetailsReading.Refusals, "time-zone-unknown"]);
        users.MapGet("/{user}", GetAsync).RequireAuthorization(Policies.Member)
            .Describe("getUser", "A user, with the profile in force.");
        users.MapPut("/{user}", PutAsync).RequireAuthorization(Policies.Administrator)
            .Describe("putUser", "Name, department, language and devices of a user.")
            .Fails(422, UserDetailsReading.Refusals);
        users.MapDelete("/{user}", DeleteAsync).RequireAuthorization(Policies.Administrator)
            .Describe("removeUser", "Removes a user; the numbers return to reserved, and are not forwarded.");
    }

    private static async Task<Results<Ok<UserListBody>, ProblemHttpResult>> ListAsync(
        Person person, HttpRequest request, UserList list, CancellationToken cancellationToken)
    {
        var (body, problem) = await list.ReadAsync(person, request.Query, cancellationToken);
        return body is null ? problem!.ToResult() : TypedResults.Ok(body);
    }

    private static Task<Results<Ok<UserBody>, ProblemHttpResult>> GetAsync(
        Person person, string user, UserReading reading, IClock clock, HttpResponse response, CancellationToken cancellationToken) =>
        reading.AnswerAsync(person, user, response, found => UserBody.Of(found, clock.GetCurrentInstant()), cancellationToken);

    private static async Task<Results<Created<UserBody>, Ok<ChangePreviewBody>, ProblemHttpResult>> PostAsync(
        Person person,
        ChangeTerms terms,
        JsonBody<NewUserRequest> body,
        UserCreation creation,
        IClock clock,
        HttpContext context,
        CancellationToken cancellationToken)
    {
        var (wish, problem) = UserDetailsReading.Read(body.Value);
        if (wish is null)
        {
            return problem!.ToResult();
        }

        (var created, problem) = await creation.CreateAsync(person, wish, terms, Fingerprint.Of("users", body.Value), cancellationToken);
        switch (created)
        {
            case null:
                return problem!.ToResult();
            case { Preview: { } preview }:
                return TypedResults.Ok(preview);
            default:
                context.Response.Headers.ETag = EntityTag.Of(created.Version);
                return TypedResults.Created(
                    $"{context.Request.PathBase}/v1/users/{created.User.Id}", UserBody.Of(created.User, clock.GetCurrentInstant()));
        }
    }

    private static async Task<Results<Ok<UserBody>, Ok<ChangePreviewBody>, ProblemHttpResult>> PutAsync(
        Person person,
        string user,
        ChangeTerms terms,
        JsonBody<UserRequest> body,
        UserChange change,
        OrganisationCache organisations,
        IClock clock,
        HttpContext context,
        CancellationToken cancellationToken)
    {
        var (details, problem) = UserDetailsReading.Read(body.Value);
        if (details is null)
        {
            return problem!.ToResult();
        }

        var countries = (await organisations.GetAsync(person.Organisation, cancellationToken))?.Countries ?? AllowedCountries.Default;
        (var changed, problem) = await change.ApplyAsync(
            person,
            user,
            terms,
            found => DeviceRules.Check(details.Devices, found.Numbers, countries) is { } forbidden ? forbidden : new UserEdit(details.Of),
            cancellationToken);
        return ChangeAnswer.Replace(context, changed, problem, now => UserBody.Of(now.User, clock.GetCurrentInstant()));
    }

    private static async Task<Results<NoContent, Ok<UserRemovalBody>, ProblemHttpResult>> DeleteAsync(
        Person person, string user, ChangeTerms terms, UserRemoval removal, CancellationToken cancellationToken) =>
        await removal.RemoveAsync(person, user, terms, cancellationToken) switch
        {
            (_, { } problem) => problem.ToResult(),
            ({ } preview, _) => TypedResults.Ok(preview),
            _ => TypedResults.NoContent(),
        };
}

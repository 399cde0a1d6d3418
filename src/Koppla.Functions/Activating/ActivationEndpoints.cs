using Koppla.Functions.Api;
using Koppla.Functions.Api.Documentation;
using Koppla.Functions.Insight;
using Koppla.Functions.Security;
using Koppla.Functions.Users;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using NodaTime;

namespace Koppla.Functions.Activating;

/// <summary>The profile that is put in force by hand.</summary>
internal static class ActivationEndpoints
{
    public static void MapActivation(this IEndpointRouteBuilder api)
    {
        var activation = api.MapGroup("/users/{user}/activation").RequireAuthorization(Policies.Member);
        activation.MapGet("/", GetAsync)
            .Describe("getActivation", "The profile that is put in force by hand.")
            .Fails(404, "activation-missing");
        activation.MapPut("/", PutAsync)
            .Describe("putActivation", "Puts a profile in force.")
            .ForwardsOutside()
            .Fails(422, ProblemNames.OfProfile)
            .Fails(422, ActivationProblems.OfWishes);
        activation.MapDelete("/", DeleteAsync)
            .Describe("deleteActivation", "Ends the activation: the schedule says what is in force.")
            .Fails(404, "activation-missing");
        activation.MapPost("/extend", ExtendAsync)
            .Describe("extendActivation", "Moves the end of the activation.")
            .Fails(404, "activation-missing")
            .Fails(409, "activation-has-no-end")
            .Fails(422, "extension-not-valid", "extension-too-long", "call-handling-too-large");
    }

    private static Task<Results<Ok<ActivationBody>, ProblemHttpResult>> GetAsync(
        Person person, string user, UserReading reading, IClock clock, HttpResponse response, CancellationToken cancellationToken) =>
        reading.AnswerAsync<ActivationBody>(
            person,
            user,
            response,
            found => (ActivationBody.Of(found.Handling, clock.GetCurrentInstant()), ActivationProblems.Missing),
            cancellationToken);

    private static async Task<Results<Ok<ActivationBody>, Created<ActivationBody>, Ok<ChangePreviewBody>, ProblemHttpResult>> PutAsync(
        Person person,
        string user,
        ChangeTerms terms,
        JsonBody<ActivationRequest> body,
        UserChange change,
        IClock clock,
        HttpContext context,
        CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var (wish, problem) = ActivationReading.Read(body.Value, now);
        if (wish is null)
        {
            return problem!.ToResult();
        }

        (var changed, problem) = await change.ApplyAsync(person, user, terms, found => wish.For(found.Handling, now), cancellationToken);
        return ChangeAnswer.Put(context, changed, problem, Body);
    }

    private static async Task<Results<NoContent, Ok<ChangePreviewBody>, ProblemHttpResult>> DeleteAsync(
        Person person, string user, ChangeTerms terms, UserChange change, IClock clock, CancellationToken cancellationToken)
    {
        var (changed, problem) = await change.ApplyAsync(
            person, user, terms, found => ActivationEdits.End(found.Handling, clock.GetCurrentInstant()), cancellationToken);
        return ChangeAnswer.Delete(changed, problem);
    }

    private static async Task<Results<Ok<ActivationBody>, Ok<ChangePreviewBody>, ProblemHttpResult>> ExtendAsync(
        Person person,
        string user,
        ChangeTerms terms,
        JsonBody<ExtensionRequest> body,
        UserChange change,
        IClock clock,
        HttpContext context,
        CancellationToken cancellationToken)
    {
        if (body.Value.Minutes is not { } minutes)
        {
            return Problems.Missing("minutes").ToResult();
        }

        var now = clock.GetCurrentInstant();
        var (changed, problem) = await change.ApplyAsync(
            person,
            user,
            terms,
            Fingerprint.Of("extension", body.Value),
            found => ActivationEdits.Extend(found.Handling, minutes, now),
            cancellationToken);
        return changed is { Handling.Activation: null }
            ? ActivationProblems.Missing.ToResult()
            : ChangeAnswer.Replace(context, changed, problem, Body);
    }

    private static ActivationBody Body(ChangedUser changed) => ActivationBody.Of(changed.Handling, changed.WarningsOrNull);
}

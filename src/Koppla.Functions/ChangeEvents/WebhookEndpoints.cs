using Azure;
using Koppla.Functions.Api;
using Koppla.Functions.Api.Documentation;
using Koppla.Functions.Audit;
using Koppla.Functions.Insight;
using Koppla.Functions.Security;
using Koppla.Functions.Users;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Koppla.Functions.ChangeEvents;

/// <summary>The organisation's webhook, for administrators.</summary>
internal static class WebhookEndpoints
{
    public static void MapWebhook(this IEndpointRouteBuilder api)
    {
        var webhook = api.MapGroup("/organisation/webhook").RequireAuthorization(Policies.Administrator);
        webhook.MapGet("/", GetAsync)
            .Describe("getWebhook", "Where changes are told.")
            .Fails(404, "webhook-not-found");
        webhook.MapPut("/", PutAsync)
            .Describe("putWebhook", "Says where changes are told; the first answer has the secret.")
            .Fails(404, "organisation-not-found")
            .Fails(422, WebhookAddress.Refusals);
        webhook.MapDelete("/", DeleteAsync)
            .Describe("deleteWebhook", "Changes are told nobody any more.")
            .Fails(404, "webhook-not-found");
        webhook.MapPost("/secret", ReplaceSecretAsync)
            .Describe("replaceWebhookSecret", "A new secret; the one before signs beside it for 24 hours.")
            .Fails(404, "webhook-not-found")
            .IgnoresKey()
            .Fails(409, "too-many-secrets");
        webhook.MapPost("/test", TestAsync)
            .Describe("testWebhook", "Sends an event that tells of nothing, now.")
            .Fails(404, "webhook-not-found");
    }

    private static async Task<Results<Ok<WebhookBody>, ProblemHttpResult>> GetAsync(
        Person person, WebhookStore webhooks, HttpResponse response, CancellationToken cancellationToken)
    {
        if (await webhooks.FindAsync(person.Organisation, cancellationToken) is not { } found)
        {
            return WebhookProblems.NotFound.ToResult();
        }

        response.Headers.ETag = EntityTag.Of(found.ETag);
        return TypedResults.Ok(WebhookBody.Of(found.Value));
    }

    private static async Task<Results<Ok<WebhookBody>, Created<WebhookBody>, ProblemHttpResult>> PutAsync(
        Person person,
        ChangeTerms terms,
        JsonBody<WebhookRequest> body,
        WebhookChange change,
        HttpContext context,
        CancellationToken cancellationToken)
    {
        var (changed, problem) = await change.PutAsync(person, body.Value, terms, cancellationToken);
        if (changed is null)
        {
            return problem!.ToResult();
        }

        ShowVersion(context, changed.Version);
        return changed.HasNewSecret
            ? TypedResults.Created($"{context.Request.PathBase}{context.Request.Path}", changed.ToBody())
            : TypedResults.Ok(changed.ToBody());
    }

    private static async Task<Results<NoContent, Ok<ChangePreviewBody>, ProblemHttpResult>> DeleteAsync(
        Person person, ChangeTerms terms, WebhookChange change, CancellationToken cancellationToken) =>
        await change.DeleteAsync(person, terms, cancellationToken) switch
        {
            { } problem => problem.ToResult(),
            null when terms.DryRun => TypedResults.Ok(ChangePreviewBody.Removal),
            null => TypedResults.NoContent(),
        };

    private static async Task<Results<Ok<WebhookBody>, ProblemHttpResult>> ReplaceSecretAsync(
        Person person, ChangeTerms terms, WebhookChange change, HttpContext context, CancellationToken cancellationToken)
    {
        var (changed, problem) = await change.ReplaceSecretAsync(person, terms, cancellationToken);
        if (changed is null)
        {
            return problem!.ToResult();
        }

        ShowVersion(context, changed.Version);
        return TypedResults.Ok(changed.ToBody());
    }

    private static async Task<Results<Ok<WebhookTestBody>, ProblemHttpResult>> TestAsync(
        Person person, WebhookTest test, HttpContext context, CancellationToken cancellationToken) =>
        await test.SendAsync(person.Organisation, Author.Of(person, context), cancellationToken) is { } result
            ? TypedResults.Ok(WebhookTestBody.Of(result))
            : WebhookProblems.NotFound.ToResult();

    private static void ShowVersion(HttpContext context, ETag? version)
    {
        if (version is { } stored)
        {
            context.Response.Headers.ETag = EntityTag.Of(stored);
        }
    }
}

using Koppla.Functions.Api;
using Koppla.Functions.Api.Documentation;
using Koppla.Functions.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Koppla.Functions.Calls;

/// <summary>The organisation's calls, for its administrators: what happened to each, and why.</summary>
internal static class CallEndpoints
{
    private static readonly Problem NotFound =
        new(StatusCodes.Status404NotFound, "call-not-found", "The organisation has no such call.", "id");

    public static void MapCalls(this IEndpointRouteBuilder api)
    {
        var calls = api.MapGroup("/calls").RequireAuthorization(Policies.Administrator);
        calls.MapGet("/", ListAsync)
            .Describe("listCalls", "The organisation's calls, newest first.")
            .Reads(Paging.Parameter, Continuation.Parameter, ReaderLanguage.Header);
        calls.MapGet("/{id}", GetAsync)
            .Describe("getCall", "What happened to a call, and why.")
            .Reads(ReaderLanguage.Header);
    }

    private static async Task<Results<Ok<CallListBody>, ProblemHttpResult>> ListAsync(
        Person person, HttpRequest request, CallRecordStore store, CancellationToken cancellationToken)
    {
        var page = PageRequest.Parse(request.Query, CallRecord.IsId);
        if (page.Problem is { } problem)
        {
            return problem.ToResult();
        }

        var language = ReaderLanguage.Of(request);
        var records = await store.ListAsync(person.Organisation, page.After, page.ReadAtMost, cancellationToken);
        var (items, next) = page.PageOf(records, record => record.Id);
        return TypedResults.Ok(new CallListBody([.. items.Select(record => CallBody.Of(record, language))], next));
    }

    private static async Task<Results<Ok<CallBody>, ProblemHttpResult>> GetAsync(
        Person person, string id, HttpRequest request, CallRecordStore store, CancellationToken cancellationToken) =>
        CallRecord.IsId(id) && await store.ReadAsync(person.Organisation, id, cancellationToken) is { } record
            ? TypedResults.Ok(CallBody.Of(record, ReaderLanguage.Of(request)))
            : NotFound.ToResult();
}

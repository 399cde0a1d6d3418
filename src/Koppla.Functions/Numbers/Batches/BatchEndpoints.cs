using Koppla.Functions.Api;
using Koppla.Functions.Api.Documentation;
using Koppla.Functions.Security;
using Koppla.Functions.Users;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Koppla.Functions.Numbers.Batches;

/// <summary>Many numbers at once, for administrators.</summary>
internal static class BatchEndpoints
{
    private const long MaxImportBytes = 256 * 1024;

    private static readonly Problem FormatProblem = Problems.Parameter("format", "format is csv or json.");

    public static void MapNumberBatches(this IEndpointRouteBuilder api)
    {
        var numbers = api.MapGroup("/numbers").RequireAuthorization(Policies.Administrator);
        numbers.MapPost("/import", ImportAsync)
            .Describe("importNumbers", "Up to 1000 numbers that the organisation has got, as JSON or as text/csv; each is taken or refused alone.")
            .ChangesEachAlone()
            .TellsOfStorage()
            .TakesUpTo(MaxImportBytes)
            .Fails(422, "too-many");
        numbers.MapGet("/export", ExportAsync)
            .Describe("exportNumbers", "All numbers, as CSV that can be imported or as JSON.")
            .Reads(RequestParameter.Word("format", "Unless told, csv.", "csv", "json"))
            .Produces<IReadOnlyList<NumberBody>>()
            .AlsoAnswers("text/csv");
        numbers.MapPost("/forwarding", ForwardAsync)
            .Describe("forwardRange", "Forwards the reserved numbers of a range, or ends that; each is changed or refused alone.")
            .ChangesEachAlone()
            .Fails(422, [.. ProblemNames.OfNumber, "range-not-valid"]);
    }

    private static async Task<Results<Ok<BatchBody>, ProblemHttpResult>> ImportAsync(
        Person person, ChangeTerms terms, ImportBody body, NumberImport import, CancellationToken cancellationToken)
    {
        var (done, problem) = await import.ApplyAsync(person, body.Rows, terms, cancellationToken);
        return done is null ? problem!.ToResult() : TypedResults.Ok(done);
    }

    private static async Task<Results<Ok<BatchBody>, ProblemHttpResult>> ForwardAsync(
        Person person, ChangeTerms terms, JsonBody<RangeForwardingRequest> body, RangeForwarding range, CancellationToken cancellationToken)
    {
        var (done, problem) = await range.ApplyAsync(person, body.Value, terms, cancellationToken);
        return done is null ? problem!.ToResult() : TypedResults.Ok(done);
    }

    private static async Task<Results<PushStreamHttpResult, ProblemHttpResult>> ExportAsync(
        Person person, HttpRequest request, NumberExport export, CancellationToken cancellationToken)
    {
        if (request.Query["format"].ToString() is not ("" or "csv" or "json"))
        {
            return FormatProblem.ToResult();
        }

        var numbers = await export.OpenAsync(person.Organisation, cancellationToken);
        return request.Query["format"] == "json"
            ? TypedResults.Stream(
                body => NumberExport.WriteJsonAsync(numbers, body, cancellationToken), "application/json; charset=utf-8", "numbers.json")
            : TypedResults.Stream(body => NumberExport.WriteCsvAsync(numbers, body, cancellationToken), "text/csv; charset=utf-8", "numbers.csv");
    }
}

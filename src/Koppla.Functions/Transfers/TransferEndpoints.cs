using Koppla.Functions.Api;
using Koppla.Functions.Api.Documentation;
using Koppla.Functions.Api.Idempotency;
using Koppla.Functions.Security;
using Koppla.Functions.SupervisedCalls;
using Koppla.Functions.Users;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Koppla.Functions.Transfers;

/// <summary>Transfers of the calls that a person is in.</summary>
internal static class TransferEndpoints
{
    public static void MapTransfers(this IEndpointRouteBuilder api)
    {
        var transfers = api.MapGroup("/calls/{call}/transfers").RequireAuthorization(Policies.Member);
        transfers.MapPost("/", StartThisAsync)
            .Describe("startTransfer", "Transfers a call, directly or announced.")
            .Fails(409, TransferProblems.Conflicts)
            .Fails(422, GoalProblems.OfBodies)
            .Fails(422, TransferProblems.OfTargets);
        transfers.MapGet("/{transfer}", GetAsync)
            .Describe("getTransfer", "Where the transfer is, and why it did not go as asked.");
        transfers.MapPost("/{transfer}/complete", CompleteAsync)
            .Describe("completeTransfer", "Lets the other two talk.")
            .Fails(409, TransferProblems.OfEnds);
        transfers.MapPost("/{transfer}/cancel", CancelAsync)
            .Describe("cancelTransfer", "Takes an announced transfer back.")
            .Fails(409, TransferProblems.OfEnds);
        api.MapPost("/users/me/transfers", StartOnlyAsync).RequireAuthorization(Policies.Member)
            .Describe("startOnlyTransfer", "Transfers the only call that who asks is in.")
            .Fails(409, [.. TransferProblems.Conflicts, "no-ongoing-call", "several-calls"])
            .Fails(422, GoalProblems.OfBodies)
            .Fails(422, TransferProblems.OfTargets);
    }

    private static Task<Results<Created<TransferBody>, ProblemHttpResult>> StartThisAsync(
        Person person,
        string call,
        JsonBody<TransferRequest> body,
        IdempotencyKey key,
        TransferStart start,
        HttpRequest request,
        CancellationToken cancellationToken) =>
        StartAsync(person, call, body.Value, key, start, request, cancellationToken);

    /// <summary>For somebody who is in one call only.</summary>
    private static Task<Results<Created<TransferBody>, ProblemHttpResult>> StartOnlyAsync(
        Person person,
        JsonBody<TransferRequest> body,
        IdempotencyKey key,
        TransferStart start,
        HttpRequest request,
        CancellationToken cancellationToken) =>
        StartAsync(person, null, body.Value, key, start, request, cancellationToken);

    private static async Task<Results<Created<TransferBody>, ProblemHttpResult>> StartAsync(
        Person person,
        string? call,
        TransferRequest asked,
        IdempotencyKey key,
        TransferStart start,
        HttpRequest request,
        CancellationToken cancellationToken)
    {
        var (wish, problem) = TransferReading.Read(asked);
        if (wish is null)
        {
            return problem!.ToResult();
        }

        var (after, refused) = await start.StartAsync(
            person, call, wish, key.Value, Fingerprint.Of($"transfer:{call}", asked), cancellationToken);
        if (after is not { Transfer: { } transfer })
        {
            return refused!.ToResult();
        }

        return TypedResults.Created(
            $"{request.PathBase}/v1/calls/{after.Facts.Id}/transfers/{transfer.Id}", TransferBody.Of(after, transfer));
    }

    private static async Task<Results<Ok<TransferBody>, ProblemHttpResult>> GetAsync(
        Person person, string call, string transfer, TransferDesk desk, CancellationToken cancellationToken) =>
        Answer(await desk.GetAsync(person, call, transfer, cancellationToken));

    private static async Task<Results<Ok<TransferBody>, ProblemHttpResult>> CompleteAsync(
        Person person, string call, string transfer, IdempotencyKey key, TransferDesk desk, CancellationToken cancellationToken) =>
        Answer(await desk.CompleteAsync(person, new TransferName(call, transfer), key.Value, cancellationToken));

    private static async Task<Results<Ok<TransferBody>, ProblemHttpResult>> CancelAsync(
        Person person, string call, string transfer, IdempotencyKey key, TransferDesk desk, CancellationToken cancellationToken) =>
        Answer(await desk.CancelAsync(person, new TransferName(call, transfer), key.Value, cancellationToken));

    private static Results<Ok<TransferBody>, ProblemHttpResult> Answer((SupervisedCall? Call, Problem? Problem) result) =>
        result.Call is { Transfer: { } transfer } call
            ? TypedResults.Ok(TransferBody.Of(call, transfer))
            : (result.Problem ?? TransferProblems.NotFound).ToResult();
}

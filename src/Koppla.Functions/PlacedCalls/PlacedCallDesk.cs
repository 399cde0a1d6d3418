using Koppla.Functions.Api;
using Koppla.Functions.Api.Idempotency;
using Koppla.Functions.Calls;
using Koppla.Functions.OngoingCalls;
using Koppla.Functions.Security;
using Koppla.Functions.SupervisedCalls;
using Koppla.Functions.Telemetry;
using NodaTime;

namespace Koppla.Functions.PlacedCalls;

/// <summary>
/// Places calls: the call is claimed first, then its own device is rung. Of several requests with one key one claims the call; who dies
/// after that leaves a call that the sweeper sees to.
/// </summary>
internal sealed class PlacedCallDesk(
    Placements placements,
    RequestKeys keys,
    SupervisedCallStore calls,
    SupervisedCallRunner runner,
    OngoingCallIndex index,
    CallRecordStore records,
    ISecretSource secrets,
    IClock clock)
{
    /// <param name="key">Null: the request has none.</param>
    /// <param name="request">Tells requests with one key apart.</param>
    public async Task<(SupervisedCall? Call, Problem? Problem)> PlaceAsync(
        Person person, PlacedCallWish wish, string? key, string request, CancellationToken cancellationToken)
    {
        if (key is not null && await keys.FindAsync(person, key, request, cancellationToken) is { } known)
        {
            var (earlier, over) = await EarlierAsync(person, known, cancellationToken);
            if (earlier is not null || over is not null)
            {
                return (earlier, over);
            }
        }

        var (placement, problem) = await placements.CheckAsync(person, wish, cancellationToken);
        if (placement is null)
        {
            return (null, problem);
        }

        var id = CallId.For(clock.GetCurrentInstant().ToDateTimeOffset(), secrets.Next());
        if (key is not null)
        {
            var claim = await keys.ClaimAsync(person, key, request, id, cancellationToken);
            if (claim.IsOfAnother)
            {
                return (null, IdempotencyProblems.KeyOfAnother);
            }

            id = claim.Id;
        }

        return (await StartAsync(placement.ToCall(id, secrets.Next(), clock.GetCurrentInstant()), cancellationToken), null);
    }

    /// <summary>What came of the earlier request with the key. Neither: it died before it claimed the call.</summary>
    private async Task<(SupervisedCall? Call, Problem? Problem)> EarlierAsync(
        Person person, KeyClaim claim, CancellationToken cancellationToken)
    {
        if (claim.IsOfAnother)
        {
            return (null, IdempotencyProblems.KeyOfAnother);
        }

        if (await calls.ReadAsync(claim.Id, cancellationToken) is { Value: var call })
        {
            return (call, null);
        }

        return await records.ReadAsync(person.Organisation, claim.Id, cancellationToken) is null ? (null, null) : (null, PlacedCallProblems.GoneSince);
    }

    private async Task<SupervisedCall> StartAsync(SupervisedCall call, CancellationToken cancellationToken)
    {
        using var span = CallTrace.Start(SignalNames.Spans.Placing, call.Facts.Id);
        if (await TryClaimAsync(call.WithNotes(CallMachine.Place(call).Commands), cancellationToken))
        {
            await index.NoteAsync(call, cancellationToken);
            await runner.ApplyAsync(call.Facts.Id, "place", claimed => CallMachine.Place(claimed), cancellationToken);
        }

        return (await calls.ReadAsync(call.Facts.Id, cancellationToken))?.Value ?? call;
    }

    /// <summary>False: another request with the same key has it. The client tries again when an answer is lost, and then our own is there.</summary>
    private async Task<bool> TryClaimAsync(SupervisedCall call, CancellationToken cancellationToken) =>
        await calls.TryClaimAsync(call, cancellationToken) is not null
        || (await calls.ReadAsync(call.Facts.Id, cancellationToken))?.Value.Facts.Secret == call.Facts.Secret;
}

using Koppla.Functions.Api;
using Koppla.Functions.Api.Idempotency;
using Koppla.Functions.OngoingCalls;
using Koppla.Functions.Security;
using Koppla.Functions.SupervisedCalls;
using Koppla.Routing;
using NodaTime;

namespace Koppla.Functions.Transfers;

/// <summary>
/// Starts transfers, one a call at a time. A request with an <c>Idempotency-Key</c> that comes again finds the transfer that it has begun,
/// also when it does not say of which call.
/// </summary>
internal sealed class TransferStart(
    SupervisedCallStore calls,
    TransferStep step,
    OngoingCallIndex ongoing,
    TransferTargets targets,
    Transferors transferors,
    RequestKeys keys,
    ISecretSource secrets,
    IClock clock)
{
    /// <summary>A call that is transferred for ever must not outgrow its entity.</summary>
    private const int MostEarlier = 50;

    /// <param name="call">Null: the only call that the person is in.</param>
    /// <param name="key">Null: the request has none.</param>
    /// <param name="request">The fingerprint of the request.</param>
    public async Task<(SupervisedCall? Call, Problem? Problem)> StartAsync(
        Person person, string? call, TransferWish wish, string? key, string request, CancellationToken cancellationToken)
    {
        if (key is not null && await keys.FindAsync(person, key, request, cancellationToken) is { } earlier)
        {
            return await AgainAsync(person, earlier, wish, cancellationToken);
        }

        var (found, problem) = call is null
            ? await TheOnlyCallAsync(person, cancellationToken)
            : (await FindAsync(person, call, cancellationToken), TransferProblems.CallNotFound);
        if (found is null)
        {
            return (null, problem);
        }

        var name = new TransferName(found.Facts.Id, secrets.Next());
        return await BeginAsync(
            person,
            found,
            name.Transfer,
            wish,
            key is null ? null : () => keys.ClaimAsync(person, key, request, name.ToString(), cancellationToken),
            cancellationToken);
    }

    /// <summary>The same request once more: the first may have died before it began the transfer.</summary>
    private async Task<(SupervisedCall? Call, Problem? Problem)> AgainAsync(
        Person person, KeyClaim claim, TransferWish wish, CancellationToken cancellationToken)
    {
        if (claim.IsOfAnother || TransferName.Parse(claim.Id) is not { } name)
        {
            return (null, IdempotencyProblems.KeyOfAnother);
        }

        return (await calls.ReadAsync(name.Call, cancellationToken))?.Value switch
        {
            null => (null, TransferProblems.CallNotFound),
            { Transfer: { IsFinal: false } known } when known.Id == name.Transfer => await step.ApplyAsync(
                person, name.Call, now => (CallMachine.BeginTransferAgain(now, name.Transfer), null), cancellationToken),
            { } call when call.TransferBy(person.Id) is { } known && known.Id == name.Transfer => (call with { Transfer = known }, null),
            { Transfer.Earlier: var before } when before.Contains(name.Transfer, StringComparer.Ordinal) => (null, TransferProblems.Over),
            { } call => await BeginAsync(person, call, name.Transfer, wish, claim: null, cancellationToken),
        };
    }

    /// <param name="claim">Gives the request its key, once nothing speaks against the transfer; null: it has none, or has it already.</param>
    private async Task<(SupervisedCall? Call, Problem? Problem)> BeginAsync(
        Person person,
        SupervisedCall call,
        string id,
        TransferWish wish,
        Func<Task<KeyClaim>>? claim,
        CancellationToken cancellationToken)
    {
        if (Check(person, call) is { } problem)
        {
            return (null, problem);
        }

        var (target, refused) = await targets.FindAsync(person, call, wish.To, wish.Seconds, cancellationToken);
        if (target is null)
        {
            return (null, refused);
        }

        if (claim is not null && await claim() is { IsNew: false } earlier)
        {
            return await AgainAsync(person, earlier, wish, cancellationToken);
        }

        var transferor = await transferors.FindAsync(person, call, cancellationToken);
        return await step.ApplyAsync(
            person,
            call.Facts.Id,
            now => now.Transfer?.Id == id ? (Transition.Nothing(now), null)
                : Check(person, now) is { } changed ? (null, changed)
                : (Begin(now, person.Id, id, wish, target, transferor), null),
            cancellationToken);
    }

    private Transition Begin(
        SupervisedCall call, UserId by, string id, TransferWish wish, TransferTarget target, Transferor transferor)
    {
        var now = clock.GetCurrentInstant();
        var isFirst = call.FirstUser == by;
        var transfer = new Transfer(
            id,
            wish.Mode,
            wish.Mode == TransferMode.Direct ? TransferState.Direct : TransferState.Ringing,
            by,
            isFirst ? call.First : call.Partner!,
            isFirst ? call.Partner! : call.First,
            target.To,
            target.Goal,
            now)
        {
            ByNumber = transferor.Number,
            Policy = transferor.Policy,
            NeedsKey = wish.NeedsKey,
            Recall = transferor.Devices,
            TargetUser = target.User,
            Earlier = call.Transfer is { } before ? [.. before.Earlier.TakeLast(MostEarlier), before.Id] : [],
        };
        return CallMachine.BeginTransfer(call, transfer, target.Ring, now);
    }

    private async Task<SupervisedCall?> FindAsync(Person person, string id, CancellationToken cancellationToken) =>
        Calls.CallRecord.IsId(id) && await calls.ReadAsync(id, cancellationToken) is { Value: var call } && IsIn(person, call) ? call : null;

    private async Task<(SupervisedCall? Call, Problem? Problem)> TheOnlyCallAsync(Person person, CancellationToken cancellationToken)
    {
        var mine = await ongoing.OfAsync(person.Organisation, person.Id, cancellationToken);
        return mine.Where(call => call.Phase != Phase.Ended && call.IsOf(person.Id)).ToArray() switch
        {
            [var only] => (only, null),
            [] => (null, TransferProblems.NoCall),
            var several => (null, TransferProblems.SeveralCalls([.. several.Select(call => call.Facts.Id)])),
        };
    }

    private static Problem? Check(Person person, SupervisedCall call) => call switch
    {
        _ when !IsIn(person, call) => TransferProblems.CallNotFound,
        { Transfer.IsFinal: false } => TransferProblems.UnderWay,
        { Phase: Phase.Talking, Partner: not null } => null,
        _ => TransferProblems.NotTalking,
    };

    private static bool IsIn(Person person, SupervisedCall call) =>
        call.Facts.Organisation == person.Organisation && call.IsOf(person.Id);
}

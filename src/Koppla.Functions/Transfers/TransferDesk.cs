using Koppla.Functions.Api;
using Koppla.Functions.Api.Idempotency;
using Koppla.Functions.Security;
using Koppla.Functions.SupervisedCalls;
using NodaTime;

namespace Koppla.Functions.Transfers;

/// <summary>Shows, completes and cancels the transfers that a person has begun.</summary>
internal sealed class TransferDesk(SupervisedCallStore calls, TransferStep step, RequestKeys keys, ISecretSource secrets, IClock clock)
{
    public async Task<(SupervisedCall? Call, Problem? Problem)> GetAsync(
        Person person, string id, string transfer, CancellationToken cancellationToken) =>
        await calls.ReadAsync(id, cancellationToken) is { Value: var call }
            && call.TransferBy(person.Id) is { } known && known.Id == transfer && Took(person, call, known)
            ? (call with { Transfer = known }, null)
            : (null, TransferProblems.NotFound);

    public Task<(SupervisedCall? Call, Problem? Problem)> CompleteAsync(
        Person person, TransferName name, string? key, CancellationToken cancellationToken) =>
        EndAsync(person, name, key, "complete", CallMachine.CompleteTransfer, cancellationToken);

    public Task<(SupervisedCall? Call, Problem? Problem)> CancelAsync(
        Person person, TransferName name, string? key, CancellationToken cancellationToken) =>
        EndAsync(person, name, key, "cancel", CallMachine.CancelTransfer, cancellationToken);

    /// <summary>A request that comes again with its key is told what has become of the transfer, not that it is over.</summary>
    private async Task<(SupervisedCall? Call, Problem? Problem)> EndAsync(
        Person person,
        TransferName name,
        string? key,
        string how,
        Func<SupervisedCall, Instant, Transition> end,
        CancellationToken cancellationToken)
    {
        var claim = key is null
            ? default(KeyClaim?)
            : await keys.ClaimAsync(person, key, $"{how}:{name}", secrets.Next(), cancellationToken);
        if (claim is { IsOfAnother: true })
        {
            return (null, IdempotencyProblems.KeyOfAnother);
        }

        var ended = await step.ApplyAsync(
            person,
            name.Call,
            call =>
            {
                if (call.Transfer is not { } known || known.Id != name.Transfer || !Took(person, call, known))
                {
                    return (null, TransferProblems.NotFound);
                }

                var said = end(call, clock.GetCurrentInstant());
                return said.Changed ? (said, null) : (null, known.IsFinal ? TransferProblems.Over : TransferProblems.CannotTakeBack);
            },
            cancellationToken);
        return ended.Call is null && claim is { IsNew: false }
            ? await GetAsync(person, name.Call, name.Transfer, cancellationToken)
            : ended;
    }

    private static bool Took(Person person, SupervisedCall call, Transfer transfer) =>
        call.Facts.Organisation == person.Organisation && transfer.By == person.Id;
}

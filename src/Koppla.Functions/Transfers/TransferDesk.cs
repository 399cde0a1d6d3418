using System.Collections.Immutable;
using Koppla.Functions.Api;
using Koppla.Functions.OngoingCalls;
using Koppla.Functions.Security;
using Koppla.Functions.SupervisedCalls;
using Koppla.Functions.Telephony;
using Koppla.Functions.Users;
using Koppla.Routing;
using Koppla.Routing.Directory;
using Koppla.Routing.Transfers;
using NodaTime;

namespace Koppla.Functions.Transfers;

/// <summary>Starts, completes and cancels the transfers of the calls that a person is in. One transfer a call at a time.</summary>
internal sealed class TransferDesk(
    SupervisedCallStore calls,
    SupervisedCallRunner runner,
    OngoingCallIndex ongoing,
    TransferTargets targets,
    UserStore users,
    ISecretSource secrets,
    IClock clock)
{
    public async Task<(SupervisedCall? Call, Problem? Problem)> StartAsync(
        Person person, string? id, TransferWish wish, CancellationToken cancellationToken)
    {
        var (call, problem) = id is null
            ? await TheOnlyCallAsync(person, cancellationToken)
            : (await FindAsync(person, id, cancellationToken), TransferProblems.CallNotFound);
        if (call is null || (problem = CheckStart(call)) is not null)
        {
            return (null, problem);
        }

        (var target, problem) = await targets.FindAsync(person, call, wish.To, wish.Seconds, cancellationToken);
        if (target is null)
        {
            return (null, problem);
        }

        var recall = await RecallAsync(person, cancellationToken);
        var transferId = secrets.Next();
        return await ApplyAsync(
            person,
            call.Facts.Id,
            now => CheckStart(now) is { } refused
                ? (null, refused)
                : (CallMachine.BeginTransfer(now, TransferOf(now, person.Id, clock.GetCurrentInstant(), transferId, wish.Mode, target, recall), target.Ring, clock.GetCurrentInstant()), null),
            cancellationToken);
    }

    public async Task<(SupervisedCall? Call, Problem? Problem)> GetAsync(
        Person person, string id, string transfer, CancellationToken cancellationToken) =>
        await calls.ReadAsync(id, cancellationToken) is { Value: var call } && call.TransferBy(person.Id) is { } known && known.Id == transfer && Took(person, call, known)
            ? (call with { Transfer = known }, null)
            : (null, TransferProblems.NotFound);

    public Task<(SupervisedCall? Call, Problem? Problem)> CompleteAsync(
        Person person, string id, string transfer, CancellationToken cancellationToken) => EndAsync(
        person, id, transfer, call => CallMachine.CompleteTransfer(call, clock.GetCurrentInstant()), cancellationToken);

    public Task<(SupervisedCall? Call, Problem? Problem)> CancelAsync(
        Person person, string id, string transfer, CancellationToken cancellationToken) => EndAsync(
        person, id, transfer, call => CallMachine.CancelTransfer(call, clock.GetCurrentInstant()), cancellationToken);

    private Task<(SupervisedCall? Call, Problem? Problem)> EndAsync(
        Person person, string id, string transfer, Func<SupervisedCall, Transition> end, CancellationToken cancellationToken) => ApplyAsync(
        person,
        id,
        call =>
        {
            if (call.Transfer is not { } known || known.Id != transfer || !Took(person, call, known))
            {
                return (null, TransferProblems.NotFound);
            }

            var ended = end(call);
            return ended.Changed ? (ended, null) : (null, known.IsFinal ? TransferProblems.Over : TransferProblems.CannotTakeBack);
        },
        cancellationToken);

    private async Task<(SupervisedCall? Call, Problem? Problem)> ApplyAsync(
        Person person,
        string id,
        Func<SupervisedCall, (Transition? Transition, Problem? Problem)> step,
        CancellationToken cancellationToken)
    {
        Problem? problem = null;
        SupervisedCall? after = null;
        var applied = await runner.ApplyAsync(
            id,
            $"person-{person.Id}",
            call =>
            {
                (var transition, problem) = step(call);
                after = transition?.Call;
                return transition;
            },
            cancellationToken);
        return applied && after is not null ? (after, null) : (null, problem ?? TransferProblems.CallNotFound);
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

    private static Problem? CheckStart(SupervisedCall call) => call switch
    {
        { Transfer.IsFinal: false } => TransferProblems.UnderWay,
        { Phase: Phase.Talking, Partner: not null } => null,
        _ => TransferProblems.NotTalking,
    };

    private static Transfer TransferOf(
        SupervisedCall call, UserId by, Instant now, string id, TransferMode mode, TransferTarget target, ImmutableArray<Leg> recall)
    {
        var isFirst = call.FirstUser == by;
        return new Transfer(
            id,
            mode,
            mode == TransferMode.Direct ? TransferState.Direct : TransferState.Ringing,
            by,
            isFirst ? call.First : call.Partner!,
            isFirst ? call.Partner! : call.First,
            target.To,
            target.Goal,
            now)
        {
            Policy = TransferPolicy.Recall,
            Recall = recall,
            TargetUser = target.User,
        };
    }

    private async Task<ImmutableArray<Leg>> RecallAsync(Person person, CancellationToken cancellationToken) =>
        (await users.ReadAsync(person.Organisation, person.Id, cancellationToken))?.Value.Handling.Devices is { } devices
            ? [.. devices.OfType<AppDevice>().Select(device => new Leg(CallTarget.Of(device), null, null))]
            : [];

    private static bool IsIn(Person person, SupervisedCall call) =>
        call.Facts.Organisation == person.Organisation && call.IsOf(person.Id);

    private static bool Took(Person person, SupervisedCall call, Transfer transfer) =>
        call.Facts.Organisation == person.Organisation && transfer.By == person.Id;
}

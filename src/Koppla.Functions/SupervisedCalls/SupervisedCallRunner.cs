using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Koppla.Functions.Calls;
using Koppla.Functions.IncomingCalls;
using Koppla.Functions.LiveUpdates;
using Koppla.Functions.OngoingCalls;
using Koppla.Functions.Storage;
using Koppla.Functions.Telemetry;
using Koppla.Functions.Telephony.CallEvents;
using Koppla.Routing.Directory;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Koppla.Functions.SupervisedCalls;

/// <summary>
/// Carries supervised calls on, event by event: read the call, let the machine say what the event does, store that, then send the
/// commands. Whoever dies after storing leaves a call that the next event, the same event again, or the sweeper carries on.
/// </summary>
internal sealed class SupervisedCallRunner(
    SupervisedCallStore store,
    CallRouter router,
    WorkPlanner planner,
    CallCommandSender sender,
    OngoingCallIndex index,
    ChangeSignals signals,
    CallRecorder recorder,
    IClock clock,
    TimeProvider time,
    ILogger<SupervisedCallRunner> logger)
{
    /// <summary>Tries when other events of the same call come at the same moment.</summary>
    private const int Tries = 10;

    /// <returns>False: there is no such call, or the secret is not its own.</returns>
    public async Task<bool> HandleAsync(string id, string secret, CallEvent happened, CancellationToken cancellationToken)
    {
        var effect = CallbackEffect.UnknownCall;
        var isTaken = await ApplyAsync(
            id,
            happened.Id,
            call =>
            {
                if (!IsSecretOf(call, secret))
                {
                    return null;
                }

                var said = CallMachine.On(call, happened, clock.GetCurrentInstant());
                effect = said.Changed ? CallbackEffect.Applied : happened.Id == call.Cause ? CallbackEffect.Duplicate : CallbackEffect.NoEffect;
                return said;
            },
            cancellationToken);
        Measurements.Called(happened, effect);
        return isTaken;
    }

    /// <summary>Does to a call what <paramref name="step"/> says, and all that follows from it at once.</summary>
    /// <param name="cause">Names what happened.</param>
    /// <param name="step">Null: the call is not to be touched.</param>
    public async Task<bool> ApplyAsync(
        string id, string cause, Func<SupervisedCall, Transition?> step, CancellationToken cancellationToken)
    {
        using var span = CallTrace.Start(SignalNames.Spans.Step, id);
        for (var tried = 0; tried < Tries; tried++)
        {
            if (await store.ReadAsync(id, cancellationToken) is not { } stored || step(stored.Value) is not { } said)
            {
                return false;
            }

            var next = said.NeedsDecision ? await DecideAsync(said, cause, cancellationToken) : said;
            if (!next.Changed || await TryStoreAsync(stored, next, cancellationToken))
            {
                await SendAsync(next, cancellationToken);
                return true;
            }
        }

        throw new CallContendedException();
    }

    private async Task<Transition> DecideAsync(Transition said, string cause, CancellationToken cancellationToken)
    {
        using var budget = new TimeLimit(CallBudget.Read, time, cancellationToken);
        var now = clock.GetCurrentInstant();
        var begun = CallMachine.Begin(said.Call, await PlanAsync(said.Call, now, budget.Token), cause, now);
        return begun with { Commands = [.. said.Commands, .. begun.Commands] };
    }

    /// <summary>Data that can't be read are tried again with the event, and by the sweeper; but not for so long that the caller waits in vain.</summary>
    private async Task<PlannedWork> PlanAsync(SupervisedCall call, Instant now, CancellationToken cancellationToken)
    {
        try
        {
            var decided = await router.DecideAsync(call.Facts.Id, KnownOf(call.Facts), call.AsCall, cancellationToken);
            return planner.For(call.Facts, decided, call.Step + 1, now, isFollowedUp: call.Transfer is { IsFinal: false });
        }
        catch (Exception failure) when (StorageFailure.Is(failure) && now - call.Deadline > CallDeadlines.WithoutData)
        {
            logger.CallWithoutData(failure, call.Facts.CorrelationId);
            return WorkPlanner.WithoutData(call);
        }
    }

    /// <summary>A number does not change hands during a call, so that the user's rules can be read at once.</summary>
    private static RoutingData KnownOf(CallFacts facts) => facts is { Organisation: { } organisation, CalledUser: { } user }
        ? RoutingData.Empty.With(facts.Called, new AssignedNumber(organisation, user))
        : RoutingData.Empty;

    private async Task<bool> TryStoreAsync(Stored<SupervisedCall> stored, Transition next, CancellationToken cancellationToken)
    {
        var call = next.Call.WithNotes(next.Commands).WithUsers();

        // The record goes first: a call that is stored as ended is never looked at again.
        if (call.Phase == Phase.Ended && !await recorder.RecordAsync(CallRecord.Of(call), cancellationToken))
        {
            throw new CallNotRecordedException();
        }

        await index.NoteAsync(stored.Value, call, cancellationToken);
        if (await store.TryChangeAsync(call, stored.ETag, cancellationToken) is null)
        {
            return false;
        }

        Measure(stored.Value, call);
        logger.CallMoved(call.Facts.CorrelationId, stored.Value.Phase, call.Phase, call.Step);
        Signal(stored.Value, call);
        return true;
    }

    /// <summary>A transfer that is over now, and was not before.</summary>
    private static void Measure(SupervisedCall before, SupervisedCall after)
    {
        if (after.Transfer is { IsFinal: true } over && (before.Transfer?.Id != over.Id || !before.Transfer.IsFinal))
        {
            Measurements.Ended(over);
        }
    }

    private void Signal(SupervisedCall before, SupervisedCall after)
    {
        if (after.Facts.Organisation is { } organisation)
        {
            foreach (var user in before.Viewers.Union(after.Viewers))
            {
                signals.Signal(organisation, user);
            }
        }
    }

    private async Task SendAsync(Transition next, CancellationToken cancellationToken)
    {
        if (next.Commands.IsEmpty)
        {
            return;
        }

        var id = next.Call.Facts.Id;
        var sent = await sender.SendAsync(next.Call, next.Commands, cancellationToken);
        if (sent.Invitations.Length > 0 && next.Call is
            { Work: Work.Ring { Legs.Length: > 1 } } or { Transfer.IsFinal: false } or { Phase: Phase.Placing })
        {
            await RememberAsync(id, sent.Invitations, cancellationToken);
        }

        foreach (var happened in sent.Events)
        {
            await ApplyAsync(
                id,
                happened.Id,
                call => CallMachine.On(call.WithResults(sent.NotTaken), happened, clock.GetCurrentInstant()),
                cancellationToken);
        }
    }

    /// <summary>Of several that ring, all but the first to answer are cancelled, and whoever does it must know them.</summary>
    private async Task RememberAsync(
        string id, ImmutableArray<KeyValuePair<string, string>> invitations, CancellationToken cancellationToken)
    {
        await ApplyAsync(id, "invited", call => invitations.Aggregate(Transition.Nothing(call), AndInvited), cancellationToken);

        static Transition AndInvited(Transition so, KeyValuePair<string, string> invitation)
        {
            var one = CallMachine.Invited(so.Call, invitation.Key, invitation.Value);
            return one with { Commands = [.. so.Commands, .. one.Commands], Changed = so.Changed || one.Changed };
        }
    }

    private static bool IsSecretOf(SupervisedCall call, string secret) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(call.Facts.Secret), Encoding.UTF8.GetBytes(secret));
}

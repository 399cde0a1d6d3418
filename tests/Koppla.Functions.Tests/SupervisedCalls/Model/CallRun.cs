using Koppla.Functions.Calls;
using Koppla.Functions.IncomingCalls;
using Koppla.Functions.Telephony.CallEvents;
using Koppla.Functions.Tests.IncomingCalls;
using Koppla.Routing.Numbers;
using NodaTime;

namespace Koppla.Functions.Tests.SupervisedCalls.Model;

/// <summary>
/// A whole call between the app and the model of the provider, from its event until nothing of it is left in storage. Events whose
/// handling fails come again or not, as the provider is said to do; the sweeper comes every ten seconds.
/// </summary>
internal sealed class CallRun : IDisposable
{
    private static readonly Duration Limit = Duration.FromHours(2);

    private readonly bool redelivers;
    private readonly Func<CallEvent, bool> isDropped;
    private readonly PriorityQueue<Func<Task<bool>>, (Instant At, int Order)> deliveries = new();
    private readonly Queue<Act> acts = new();
    private Instant? nextAct;
    private Instant actSince;
    private int order;
    private Instant? lastSweep;

    /// <param name="redelivers">Whether the provider tells again what was not taken. Event Grid always does.</param>
    /// <param name="isDropped">Events that are lost on the way.</param>
    public CallRun(Func<IClock, Perils, ModelProvider> model, bool redelivers = true, Func<CallEvent, bool>? isDropped = null)
    {
        this.redelivers = redelivers;
        this.isDropped = isDropped ?? (_ => false);
        ModelProvider? made = null;
        Exchange = Exchange.ControlledBy(exchange => made = model(exchange.Clock, Perils));
        Provider = made!;
    }

    public Perils Perils { get; } = new();

    public Exchange Exchange { get; }

    public ModelProvider Provider { get; }

    /// <summary>Runs when an operation of storage is done, such as <c>update supervisedcalls</c>.</summary>
    public Action<string> Stored { get; set; } = _ => { };

    /// <summary>The events that were told, whether they arrived or not.</summary>
    public List<CallEvent> Told { get; } = [];

    public CallRecord Record => Assert.Single(Exchange.Records);

    /// <summary>What people could not do, for it never came to that.</summary>
    public int Missed { get; private set; }

    private Instant Now => Exchange.Clock.GetCurrentInstant();

    /// <param name="then">What people do once somebody has answered.</param>
    public Task<CallRun> PlayAsync(TestCall call, params IEnumerable<Act> then) =>
        PlayAsync(async () => await Exchange.DeliverAsync(call) == Handling.Done, then);

    /// <summary>Anna calls a number; her app asks again, with the same key, when it hears nothing.</summary>
    public Task<CallRun> PlaceAsync(PhoneNumber to) => PlayAsync(async () => (await Exchange.PlaceAsync(to, "key")).Problem is null, []);

    private async Task<CallRun> PlayAsync(Func<Task<bool>> begin, IEnumerable<Act> then)
    {
        foreach (var act in then)
        {
            acts.Enqueue(act);
            nextAct = actSince = Now;
        }

        Exchange.Storage.Before = _ => Perils.Before();
        Exchange.Storage.After = operation =>
        {
            Stored(operation);
            Perils.After();
        };
        Exchange.Storage.ClearLog();
        Deliver(begin, [10, 30]);
        while (NextInstant() is { } next)
        {
            Assert.True(next - TestCall.Now < Limit, "The call does not end.");
            Advance(next);
            await StepAsync();
        }

        return this;
    }

    public void Dispose() => Exchange.Dispose();

    private async Task StepAsync()
    {
        Provider.Pass();
        while (Provider.Outbox.TryDequeue(out var happened))
        {
            Told.Add(happened);
            if (!isDropped(happened))
            {
                Deliver(() => TellAsync(happened), redelivers ? [5, 10] : []);
            }
        }

        while (deliveries.TryPeek(out var delivery, out var when) && when.At <= Now)
        {
            deliveries.Dequeue();
            await RunAsync(delivery);
        }

        if (nextAct <= Now)
        {
            ActNext();
        }

        if (SweepDue() <= Now)
        {
            lastSweep = Now;
            await RunAsync(async () =>
            {
                await Exchange.Sweeper.SweepAsync(TestContext.Current.CancellationToken);
                return true;
            });
        }
    }

    private void ActNext()
    {
        if (Provider.IsOver || !acts.TryPeek(out var act))
        {
            nextAct = null;
            return;
        }

        if (act.IsPossible())
        {
            acts.Dequeue();
            Deliver(act.DoAsync, redelivers ? [1, 3] : []);
            actSince = Now;
            nextAct = Now + Act.Pause;
        }
        else if (Now - actSince > Act.Patience)
        {
            acts.Dequeue();
            Missed++;
            actSince = Now;
        }
        else
        {
            nextAct = Now + Duration.FromSeconds(1);
        }
    }

    private Task<bool> TellAsync(CallEvent happened)
    {
        var path = Provider.Callback!.Segments;
        return Exchange.Runner.HandleAsync(path[^2].TrimEnd('/'), path[^1], happened, TestContext.Current.CancellationToken);
    }

    private void Deliver(Func<Task<bool>> delivery, int[] again, double seconds = 0) => deliveries.Enqueue(
        async () =>
        {
            var isTaken = await RunAsync(delivery);
            if (!isTaken && again is [var first, .. var rest])
            {
                Deliver(delivery, rest, first);
            }

            return true;
        },
        (Now + Duration.FromSeconds(seconds), order++));

    /// <summary>In a process that may be killed; the next one takes over.</summary>
    private async Task<bool> RunAsync(Func<Task<bool>> work)
    {
        try
        {
            return await work();
        }
        catch (KilledException)
        {
            return false;
        }
        finally
        {
            Perils.Revive();
        }
    }

    private Instant? NextInstant()
    {
        Instant?[] all = [Provider.IsOver ? null : Provider.Next, SweepDue(), nextAct, deliveries.TryPeek(out _, out var when) ? when.At : null];
        return Provider.Outbox.Count > 0 ? Now : all.Min();
    }

    /// <summary>The sweeper's next turn that finds something.</summary>
    private Instant? SweepDue()
    {
        var deadlines = Exchange.Storage.In("supervisedcalls").Select(entity => Instant.FromDateTimeOffset(entity.GetDateTimeOffset("Deadline")!.Value));
        if (!deadlines.Any())
        {
            return null;
        }

        var due = Instant.Max(deadlines.Min() + Duration.FromTicks(1), Now);
        var rounds = Math.Ceiling((due - TestCall.Now).TotalSeconds / 10);
        var turn = TestCall.Now + Duration.FromSeconds(10 * rounds);
        return turn == lastSweep ? turn + Duration.FromSeconds(10) : turn;
    }

    private void Advance(Instant to)
    {
        if (to > Now)
        {
            var step = to - Now;
            Exchange.Clock.Advance(step);
            Exchange.Time.Advance(step.ToTimeSpan());
        }
    }
}

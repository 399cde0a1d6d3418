using Koppla.Functions.LiveUpdates;
using Koppla.Functions.Tests.IncomingCalls;
using Koppla.Functions.Tests.Transfers;
using Koppla.Routing;

namespace Koppla.Functions.Tests.LiveUpdates;

/// <summary>Signals between those who change calls and those who listen.</summary>
public sealed class ChangeSignalsTests
{
    private readonly ChangeSignals signals = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Everybody_who_listens_for_a_user_is_woken_and_nobody_else()
    {
        using var first = Listen();
        using var second = Listen();
        using var colleague = Listen(Tale.Colleague);
        using var foreigner = signals.TryListen(new OrganisationId(Guid.NewGuid()), Exchange.Anna)!;

        signals.Signal(Exchange.Owner, Exchange.Anna);

        Assert.Equal((true, true, false, false), (
            first.Changed.IsCompleted, second.Changed.IsCompleted, colleague.Changed.IsCompleted, foreigner.Changed.IsCompleted));
    }

    [Fact]
    public void What_was_signalled_before_beginning_wakes_nobody_after_it()
    {
        using var listening = Listen();
        signals.Signal(Exchange.Owner, Exchange.Anna);

        listening.Begin();

        Assert.False(listening.Changed.IsCompleted);
    }

    [Fact]
    public void Signals_that_nobody_listens_to_cost_nothing()
    {
        Signal(1);
        var before = GC.GetAllocatedBytesForCurrentThread();

        Signal(1000);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1000);

        void Signal(int times)
        {
            for (var i = 0; i < times; i++)
            {
                signals.Signal(Exchange.Owner, Exchange.Anna);
            }
        }
    }

    [Fact]
    public void Nothing_is_left_of_those_who_have_ended()
    {
        for (var i = 0; i < 100; i++)
        {
            using var listening = signals.TryListen(Exchange.Owner, new UserId(Guid.NewGuid()));
            Assert.Equal(1, signals.Persons);
        }

        Assert.Equal(0, signals.Persons);
    }

    [Fact]
    public void Nobody_listens_more_often_than_ten_times()
    {
        var those = Enumerable.Range(0, ChangeSignals.MostPerPerson).Select(_ => Listen()).ToList();
        Assert.Null(signals.TryListen(Exchange.Owner, Exchange.Anna));
        using (Listen(Tale.Colleague))
        {
            those[0].Dispose();
            those[0].Dispose();
            those.Add(Listen());
        }

        those.ForEach(each => each.Dispose());
        Assert.Equal(0, signals.Persons);
    }

    [Fact]
    public async Task No_change_is_missed_however_looks_and_signals_fall_together()
    {
        const int most = 100_000;
        var stored = 0;
        using var listening = Listen();
        var changes = Task.Run(
            () =>
            {
                while (Volatile.Read(ref stored) < most)
                {
                    Interlocked.Increment(ref stored);
                    signals.Signal(Exchange.Owner, Exchange.Anna);
                }
            },
            Cancellation);

        var seen = 0;
        while (seen < most)
        {
            listening.Begin();
            seen = Volatile.Read(ref stored);
            if (seen < most)
            {
                await listening.Changed.WaitAsync(TimeSpan.FromSeconds(30), Cancellation);
            }
        }

        await changes;
    }

    [Fact]
    public async Task Many_may_come_and_go_while_signals_are_given()
    {
        using var stop = new CancellationTokenSource();
        var changes = Task.Run(
            () =>
            {
                while (!stop.IsCancellationRequested)
                {
                    signals.Signal(Exchange.Owner, Exchange.Anna);
                }
            },
            Cancellation);

        await Parallel.ForAsync(0, 200, Cancellation, async (_, cancellation) =>
        {
            using var listening = signals.TryListen(Exchange.Owner, Exchange.Anna);
            await (listening?.Changed ?? Task.CompletedTask).WaitAsync(TimeSpan.FromSeconds(30), cancellation);
        });

        await stop.CancelAsync();
        await changes;
        Assert.Equal(0, signals.Persons);
    }

    private Listening Listen(UserId? user = null) => signals.TryListen(Exchange.Owner, user ?? Exchange.Anna)!;
}

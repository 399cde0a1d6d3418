using Koppla.Functions.ChangeEvents;
using Koppla.Functions.Tests.IncomingCalls;
using NodaTime;

namespace Koppla.Functions.Tests.ChangeEvents;

/// <summary>A process that dies before or after any of its operations: a change that was made is told, and one that was not is not.</summary>
public sealed class CrashTests
{
    private const int MoreThanThereAre = 25;

    [Fact]
    public async Task A_change_that_was_made_is_audited_and_told_wherever_the_process_ends()
    {
        await KillEverywhereAsync(_ => Task.CompletedTask, ChangeAsync, async stage =>
        {
            var carried = stage.Storage.In("numbers").Select(number => (string)number["Change"]).ToHashSet(StringComparer.Ordinal);
            await RepairAsync(stage);

            Assert.Equal(carried, stage.Receiver.Taken().Select(received => received.Id).ToHashSet(StringComparer.Ordinal));
            Assert.Equal(3 * carried.Count, stage.Storage.In("audit").Count());
            Assert.Empty(stage.Dead);
        });

        static async Task ChangeAsync(EventStage stage)
        {
            await stage.ChangeAsync();
            await stage.DeliverAsync();
        }
    }

    [Fact]
    public async Task An_event_that_is_given_up_is_a_dead_letter_wherever_the_process_ends() => await KillEverywhereAsync(
        async stage =>
        {
            await stage.ChangeAsync();
            stage.Receiver.Answer = Receiver.Status(500);
            while (stage.Outstanding.Attempts < BackOff.Tries - 1)
            {
                await stage.DeliverAsync();
                stage.Pass(Duration.FromHours(30));
            }
        },
        stage => stage.DeliverAsync(),
        async stage =>
        {
            await RepairAsync(stage);
            Assert.Single(stage.Dead);
        });

    [Fact]
    public async Task An_event_that_meets_a_receiver_that_is_gone_is_a_dead_letter_wherever_the_process_ends() => await KillEverywhereAsync(
        async stage =>
        {
            await stage.ChangeAsync();
            stage.Receiver.Answer = Receiver.Status(410);
        },
        stage => stage.DeliverAsync(),
        async stage =>
        {
            await RepairAsync(stage);
            Assert.Single(stage.Dead);
            Assert.False(stage.Stored.Enabled);
        });

    [Fact]
    public async Task An_event_that_is_taken_at_the_last_try_is_no_dead_letter_though_it_was_given_up_before()
    {
        await KillEverywhereAsync(
            async stage =>
            {
                await stage.ChangeAsync();
                stage.Receiver.Answer = Receiver.Status(500);
                while (stage.Outstanding.Attempts < BackOff.Tries - 1)
                {
                    await stage.DeliverAsync();
                    stage.Pass(Duration.FromHours(30));
                }
            },
            stage => stage.DeliverAsync(),
            async stage =>
            {
                var isGivenUp = !stage.Journal.Any();
                stage.Receiver.Answer = Receiver.Status(204);
                await RepairAsync(stage);
                Assert.Equal(isGivenUp ? 1 : 0, stage.Dead.Count());
            });
    }

    [Fact]
    public async Task A_dead_letter_that_is_sent_again_is_in_one_place_at_least_wherever_the_process_ends()
    {
        await KillEverywhereAsync(
            async stage =>
            {
                await stage.ChangeAsync();
                stage.Receiver.Answer = Receiver.Status(410);
                await stage.DeliverAsync();
                stage.Put(stage.Webhook);
                stage.Receiver.Answer = Receiver.Status(204);
                stage.Receiver.Taken();
            },
            stage => RedeliverAsync(stage),
            async stage =>
            {
                Assert.NotEmpty(stage.Journal.Concat(stage.Dead));
                await RedeliverAsync(stage);
                await RepairAsync(stage);
                Assert.NotEmpty(stage.Receiver.Taken());
                Assert.Empty(stage.Dead);
            });

        static async Task RedeliverAsync(EventStage stage)
        {
            foreach (var id in stage.Dead.ToArray())
            {
                await stage.Get<Redelivery>().BeginAsync(Exchange.Owner, id, CancellationToken.None);
            }
        }
    }

    /// <param name="prepare">What was before; it goes well.</param>
    /// <param name="act">What the process does when it dies.</param>
    /// <param name="check">What holds then, for other processes.</param>
    private static async Task KillEverywhereAsync(Func<EventStage, Task> prepare, Func<EventStage, Task> act, Func<EventStage, Task> check)
    {
        var operations = int.MaxValue;
        for (var operation = 0; operation <= operations; operation++)
        {
            Assert.InRange(operation, 0, MoreThanThereAre);
            foreach (var isLost in new[] { false, true })
            {
                await using var stage = await EventStage.OpenAsync();
                await prepare(stage);
                var count = await ActAsync(stage, operation, isLost, act);
                operations = count < operation ? 0 : operations;
                await check(stage);
            }
        }
    }

    /// <param name="operation">The one at which the process dies.</param>
    /// <param name="isLost">It is made, and its answer is lost.</param>
    /// <returns>How many operations there were.</returns>
    private static async Task<int> ActAsync(EventStage stage, int operation, bool isLost, Func<EventStage, Task> act)
    {
        var count = -1;
        stage.Storage.Before = _ => Die(Interlocked.Increment(ref count) > operation || (count == operation && !isLost));
        stage.Storage.After = _ => Die(count >= operation);
        try
        {
            await act(stage);
        }
        catch (IOException)
        {
            // The process has died.
        }

        stage.Storage.Before = _ => { };
        stage.Storage.After = _ => { };
        stage.StartProcess();
        return count;
    }

    private static void Die(bool now)
    {
        if (now)
        {
            throw new IOException("The process is gone.");
        }
    }

    /// <summary>What the timers do, for long enough.</summary>
    private static async Task RepairAsync(EventStage stage)
    {
        for (var round = 0; round < 3; round++)
        {
            stage.Pass(Duration.FromMinutes(3));
            await stage.RecoverAsync();
            await stage.DeliverAsync();
        }

        Assert.Empty(stage.Journal);
    }
}

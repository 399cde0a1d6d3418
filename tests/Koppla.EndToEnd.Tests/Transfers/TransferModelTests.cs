using System.Collections.Concurrent;
using System.Globalization;
using CsCheck;
using Koppla.EndToEnd.Tests.SupervisedCalls;
using Koppla.Simulator.Faults;
using Koppla.Tests;

namespace Koppla.EndToEnd.Tests.Transfers;

/// <summary>
/// Random sequences of what people ask for and what telephones do, in the running system and in the model of the table; events come
/// twice, late or never. After each step both must agree. <c>TRANSFER_MODEL_SEQUENCES</c> makes it more of them, and
/// <c>TRANSFER_MODEL_SEED</c> others: the seed of a failure is told with it.
/// </summary>
[Collection(TransferPlays.OneAfterTheOther)]
public sealed class TransferModelTests(OwnStack own) : IClassFixture<OwnStack>
{
    private const int MostSteps = 8;
    private const uint FirstSeed = 20261124;

    private static readonly int Sequences = Setting("TRANSFER_MODEL_SEQUENCES", 60);
    private static readonly uint Seed = (uint)Setting("TRANSFER_MODEL_SEED", (int)FirstSeed);

    private static readonly Gen<(int Choice, int Fault)[]> Steps = Gen.Select(Gen.Int[0, 999], Gen.Int[0, 5]).Array[3, MostSteps];

    [Fact]
    public async Task Whatever_is_asked_and_whatever_happens_the_table_is_kept()
    {
        var ids = new ConcurrentBag<string>();
        await TransferPlays.EachAsync(Enumerable.Range(0, Sequences), async (sequence, numbers) =>
        {
            var told = new List<string> { string.Create(CultureInfo.InvariantCulture, $"seed {Seed}, sequence {sequence}") };
            try
            {
                using var cast = await TransferCast.TalkAsync(own, numbers);
                ids.Add(cast.Id);
                await PlayAsync(cast, Steps.Generate(new PCG((uint)sequence, Seed), null, out _), told);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                throw new InvalidOperationException(string.Join(", ", told), failure);
            }
        });

        Assert.Empty(await own.LeavesAsync(ids));
    }

    private async Task PlayAsync(TransferCast cast, (int Choice, int Fault)[] steps, List<string> told)
    {
        var model = TransferModel.Start;
        foreach (var (choice, fault) in steps)
        {
            if (model.IsOver)
            {
                break;
            }

            Strike(cast, fault, told);
            model = await StepAsync(cast, model, choice, told);
            var now = model;
            await cast.SettleAsync($"{string.Join(", ", told)}: {now}", async () =>
                cast.Is(now.Talk, now.Held, now.Rings) && (now.Transfer is null || (await cast.NowAsync()).State == now.Transfer));
        }

        if (!model.IsOver)
        {
            await EndAsync(cast, model, told);
        }

        await cast.AssertOverAsync(recorded: null);
    }

    private static async Task<TransferModel> StepAsync(TransferCast cast, TransferModel model, int choice, List<string> told)
    {
        if (model.CanBegin && choice % 5 != 0)
        {
            var mode = choice % 2 == 0 ? TransferCells.Direct : "announced";
            told.Add(mode);
            await cast.BeginAsync(mode);
            return model.Begin(mode);
        }

        if (model.IsUnderWay && choice % 10 == 0)
        {
            told.Add("another");
            // Of a call that B has left, B knows nothing.
            Assert.Contains(await cast.BeginAnotherAsync(), new[] { 409, 404 });
            return model;
        }

        var possible = model.Possible;
        var happens = possible[choice % possible.Length];
        told.Add($"{happens}");
        var answer = await cast.DoAsync(happens);
        if (happens is Happening.Completes or Happening.Cancels)
        {
            Assert.Equal(model.Refusal(happens), answer is { } refused && refused.StartsWith('4') ? refused : null);
        }

        return model.After(happens);
    }

    /// <summary>Those who are left hang up, and whoever rings is not waited for.</summary>
    private static async Task EndAsync(TransferCast cast, TransferModel model, List<string> told)
    {
        foreach (var (who, leaves) in new[] { ('A', Happening.AHangsUp), ('B', Happening.BHangsUp) })
        {
            if ($"{model.Talk}{model.Held}".Contains(who, StringComparison.Ordinal) && !cast.Call.Ended.IsCompleted)
            {
                told.Add($"at last {leaves}");
                await cast.DoAsync(leaves);
                if (model is { Talk.Length: 2, Held: "" })
                {
                    return;
                }
            }
        }
    }

    /// <summary>What goes wrong with the next event or the next few.</summary>
    private void Strike(TransferCast cast, int fault, List<string> told)
    {
        DeliveryFault? strikes = fault switch
        {
            0 => new DeliveryFault { Drop = true },
            1 => new DeliveryFault { Times = 3, Duplicates = 2 },
            2 => new DeliveryFault { Times = 3, HoldBack = TimeSpan.FromMilliseconds(200), Shuffle = told.Count },
            _ => null,
        };
        if (strikes is not null)
        {
            told.Add(strikes.Drop ? "(dropped)" : strikes.Duplicates > 0 ? "(told again)" : "(shuffled)");
            own.Stack.Simulator.Faults.Callbacks.Add(strikes with { Call = cast.Call.Id });
        }
    }

    private static int Setting(string name, int unless) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var set) ? set : unless;
}

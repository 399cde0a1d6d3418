using Koppla.EndToEnd.Tests.SupervisedCalls;
using Koppla.Tests;

namespace Koppla.EndToEnd.Tests.Transfers;

/// <summary>The app is killed in the middle of transfers and starts again; what the provider told meanwhile is lost.</summary>
[Collection(TransferPlays.OneAfterTheOther)]
public sealed class TransferKillTests(CrashingStack own) : IClassFixture<CrashingStack>
{
    [Fact]
    public async Task What_happens_while_there_is_no_app_has_the_effect_of_the_table()
    {
        var plays = await TransferPlays.BeginAsync(own, async play =>
        {
            await play.BeginAsync();
            await play.ReachAsync();
        }, IsSeenLater);

        await own.CrashAsync(() => Task.WhenAll(plays.Select(play => play.HappensUnheardAsync())));

        await TransferPlays.EndAsync(own, plays, async play =>
        {
            await play.IsSoAsync(reasonIsLost: true);
            await play.EndAsync();
        });
    }

    [Fact]
    public async Task Killed_when_a_transfer_has_just_been_asked_for_it_goes_on()
    {
        var plays = await TransferPlays.BeginAsync(own, play => play.BeginAsync(), IsFirst);

        await own.CrashAsync(() => Task.CompletedTask);

        await TransferPlays.EndAsync(own, plays, async play =>
        {
            await play.ReachAsync();
            await play.HappensAsync();
            await play.IsSoAsync(reasonIsLost: true);
            await play.EndAsync();
        });
    }

    /// <summary>Nobody can ask an app that is not there, and no time passes for it.</summary>
    private static bool IsSeenLater(TransferCell cell) =>
        cell.Happens is not (Happening.Completes or Happening.Cancels or Happening.ThePausePasses);

    private static bool IsFirst(TransferCell cell) => cell.Happens == Happening.AHangsUp || cell.Happens == Happening.CAnswers;
}

using Koppla.Functions.SupervisedCalls;
using Microsoft.Coyote.Specifications;

namespace Koppla.Concurrency.Tests;

/// <summary>The index of ongoing calls, which is written beside the call.</summary>
public sealed class IndexRaceTests
{
    private const int MostLooks = 30;

    [Fact]
    public void Whoever_is_in_a_call_is_always_in_the_index() => Assert.Null(Exploration.Find(async () =>
    {
        var core = new Core();
        var looks = true;
        var answering = Task.Run(async () =>
        {
            await core.AnswerAsync();
            await core.TellAsync(new Functions.Telephony.CallEvents.Connected("connected", Switchboard.Connection, "answer", Core.Now), own: true);
            await Task.WhenAll(
                core.TellAsync(Core.Joins("joined", Core.B, "1.0"), own: true),
                core.TellAsync(Core.AreThere("roster", Core.A, Core.B), own: true));
            looks = false;
        });
        var looking = Task.Run(async () =>
        {
            for (var look = 0; look < MostLooks && looks; look++)
            {
                AssertKnown(core);
                await Task.Yield();
            }
        });
        var listing = core.Index.OfAsync(Core.Organisation, Core.Anna.Id, CancellationToken.None);

        await Task.WhenAll(answering, looking, listing);

        AssertKnown(core);
        Specification.Assert(core.Call.Phase == Phase.Talking, $"{core.Call.Phase}");
    }));

    [Fact]
    public void Of_a_call_that_is_over_nothing_is_left() => Assert.Null(Exploration.Find(async () =>
    {
        var core = new Core().Transferring(consults: true);
        await core.TellAsync(new Functions.Telephony.CallEvents.Disconnected("over", Switchboard.Connection, null, Core.Now, "200/5010"));
        core.Clock.AdvanceMinutes(11);

        await Task.WhenAll(
            core.SweepAsync(),
            core.SweepAsync(),
            core.TellAsync(Core.AreThere("late", Core.B)));

        Specification.Assert(!core.Calls.Any() && !core.Tables.Table("usercalls").Rows.Any(), "something is left");
        Specification.Assert(core.Records == 1, $"{core.Records} records");
    }));

    private static void AssertKnown(Core core)
    {
        foreach (var call in core.Calls.Where(each => each.IsOf(Core.Anna.Id)))
        {
            Specification.Assert(core.Tables.Table("usercalls").Has($"{Core.Organisation}_{Core.Anna.Id}", call.Facts.Id), "in the call, and not in the index");
        }
    }
}

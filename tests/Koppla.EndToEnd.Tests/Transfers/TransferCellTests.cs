using Koppla.EndToEnd.Tests.SupervisedCalls;
using Koppla.Simulator.Faults;

namespace Koppla.EndToEnd.Tests.Transfers;

/// <summary>
/// Every cell of the table of transfers through the public doors: as it should be, and with events that come three times, in another
/// order, or never.
/// </summary>
[Collection(TransferPlays.OneAfterTheOther)]
public sealed class TransferCellTests(OwnStack own) : IClassFixture<OwnStack>, IDisposable
{
    private FaultPlan Faults => own.Stack.Simulator.Faults;

    public void Dispose() => Faults.Clear();

    [Fact]
    public Task What_happens_has_the_effect_of_the_table() => PlayAsync();

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    public Task It_has_when_every_event_comes_three_times(int spacing) => PlayAsync(new DeliveryFault
    {
        Duplicates = 2,
        Spacing = TimeSpan.FromMilliseconds(spacing),
    });

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public Task It_has_when_events_come_in_another_order(int seed) => PlayAsync(new DeliveryFault
    {
        HoldBack = TimeSpan.FromMilliseconds(300),
        Shuffle = seed,
    });

    [Theory]
    [InlineData("ParticipantsUpdated")]
    [InlineData("AddParticipantSucceeded")]
    [InlineData("AddParticipantFailed")]
    [InlineData("CallDisconnected")]
    public Task It_has_when_an_event_never_comes_and_the_sweeper_does(string name) =>
        PlayAsync(new DeliveryFault { Only = name, Drop = true });

    private Task PlayAsync(DeliveryFault? fault = null) => TransferPlays.PlayAsync(own, async play =>
    {
        if (fault is not null)
        {
            Faults.Callbacks.Add(fault with { Times = int.MaxValue, Call = play.CallId });
        }

        await play.BeginAsync();
        await play.ReachAsync();
        await play.HappensAsync();
        await play.IsSoAsync(reasonIsLost: fault is { Drop: true });
        await play.EndAsync();
    });
}

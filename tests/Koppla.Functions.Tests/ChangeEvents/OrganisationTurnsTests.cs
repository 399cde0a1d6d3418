using Koppla.Functions.ChangeEvents;
using Koppla.Functions.Tests.IncomingCalls;

namespace Koppla.Functions.Tests.ChangeEvents;

public sealed class OrganisationTurnsTests
{
    private readonly OrganisationTurns turns = new();
    private readonly TaskCompletionSource held = new();
    private int taken;

    [Fact]
    public async Task Whoever_comes_while_a_turn_is_under_way_makes_it_be_taken_once_more_and_does_not_wait()
    {
        var first = turns.TakeAsync(Exchange.Owner, TakeAsync);

        await turns.TakeAsync(Exchange.Owner, TakeAsync);
        await turns.TakeAsync(Exchange.Owner, TakeAsync);
        Assert.Equal(1, taken);

        held.SetResult();
        await first;
        Assert.Equal(2, taken);
    }

    [Fact]
    public async Task A_turn_is_free_after_one_that_broke()
    {
        await Assert.ThrowsAsync<IOException>(() => turns.TakeAsync(Exchange.Owner, () => throw new IOException()));

        held.SetResult();
        await turns.TakeAsync(Exchange.Owner, TakeAsync);

        Assert.Equal(1, taken);
    }

    private Task TakeAsync()
    {
        taken++;
        return held.Task;
    }
}

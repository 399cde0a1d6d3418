using Koppla.Functions.SupervisedCalls;
using Koppla.Functions.Tests.IncomingCalls;
using Koppla.Functions.Tests.SupervisedCalls;
using Koppla.Functions.Tests.Transfers;
using Koppla.Routing;
using NodaTime;

namespace Koppla.Functions.Tests.OngoingCalls;

/// <summary>The rows of the index went with the users who were in the call at last, and the rows of those who had left it stayed for ever.</summary>
public sealed class ForgottenUsersTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whoever_was_ever_in_a_call_is_forgotten_with_it()
    {
        using var exchange = new Exchange();
        await exchange.Supervised.TryClaimAsync(TestCalls.In(Phase.Talking), Cancellation);
        foreach (var user in (UserId?[])[Exchange.Anna, Tale.Colleague, null])
        {
            await ChangeAsync(exchange, call => call with { PartnerUser = user });
        }

        Assert.Equal(2, exchange.Storage.In("usercalls").Count());

        await ChangeAsync(exchange, call => call with { Phase = Phase.Ended, Deadline = exchange.Clock.GetCurrentInstant() });
        exchange.Clock.Advance(Duration.FromSeconds(1));
        await exchange.Sweeper.SweepAsync(Cancellation);

        Assert.Empty(exchange.SupervisedCalls);
        Assert.Empty(exchange.Storage.In("usercalls"));
    }

    private static Task<bool> ChangeAsync(Exchange exchange, Func<SupervisedCall, SupervisedCall> change) => exchange.Runner.ApplyAsync(
        TestCalls.Facts.Id, "cause", call => Transition.To(change(call)), Cancellation);
}

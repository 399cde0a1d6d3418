using System.Text;
using Koppla.Functions.IncomingCalls;
using NSubstitute;

namespace Koppla.Functions.Tests.IncomingCalls;

public sealed class TriggerTests
{
    private readonly IIncomingCalls calls = Substitute.For<IIncomingCalls>();

    [Fact]
    public async Task A_delivery_that_must_come_again_fails_the_invocation()
    {
        calls.HandleAsync(default, Arg.Any<CancellationToken>()).ReturnsForAnyArgs(Handling.TryAgain);

        await Assert.ThrowsAsync<DeliveryFailedException>(() => RunAsync("{}"));
    }

    [Theory]
    [InlineData(Handling.Done)]
    [InlineData(Handling.Malformed)]
    public async Task A_delivery_that_would_fare_no_better_again_does_not(Handling handling)
    {
        var given = "";
        calls.HandleAsync(default, Arg.Any<CancellationToken>()).ReturnsForAnyArgs(handling)
            .AndDoes(call => given = Encoding.UTF8.GetString(call.Arg<ReadOnlyMemory<byte>>().Span));

        await RunAsync("{\"å\":1}");

        Assert.Equal("{\"å\":1}", given);
    }

    private Task RunAsync(string delivery) => new IncomingCallFunction(calls).RunAsync(delivery, TestContext.Current.CancellationToken);
}

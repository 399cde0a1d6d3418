using Azure;
using Azure.Communication;
using Azure.Communication.CallAutomation;
using Koppla.Functions.Telephony;
using Koppla.Functions.Telephony.AzureCommunication;
using Microsoft.Extensions.Options;
using NSubstitute;
using NSubstitute.ExceptionExtensions;

namespace Koppla.Functions.Tests.Telephony;

public sealed class AzureCommunicationCallControlTests
{
    private static readonly RingingCall Ringing = new("handle", DateTimeOffset.UnixEpoch);
    private static readonly CommandId Command = CommandId.For("handle", 0);

    private readonly CallAutomationClient client = Substitute.For<CallAutomationClient>();

    public AzureCommunicationCallControlTests()
    {
        client.RedirectCallAsync(Arg.Any<RedirectCallOptions>(), Arg.Any<CancellationToken>()).Returns(Substitute.For<Response>());
        client.RejectCallAsync(Arg.Any<RejectCallOptions>(), Arg.Any<CancellationToken>()).Returns(Substitute.For<Response>());
    }

    [Fact]
    public async Task A_call_is_sent_to_a_telephone()
    {
        var result = await RedirectAsync(new CallTarget.Telephone(Numbers.Outside));

        Assert.Equal(CommandResult.Accepted, result);
        await client.Received(1).RedirectCallAsync(
            Arg.Is<RedirectCallOptions>(options =>
                options.IncomingCallContext == "handle" &&
                options.CallInvite.Target.Equals(new PhoneNumberIdentifier(Numbers.Outside.E164))),
            TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_call_is_sent_to_an_app()
    {
        var result = await RedirectAsync(new CallTarget.App("8:acs:1_anna"));

        Assert.Equal(CommandResult.Accepted, result);
        await client.Received(1).RedirectCallAsync(
            Arg.Is<RedirectCallOptions>(options => options.CallInvite.Target.Equals(new CommunicationUserIdentifier("8:acs:1_anna"))),
            TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData("None", "none")]
    [InlineData("Busy", "busy")]
    [InlineData("Forbidden", "forbidden")]
    public async Task A_call_is_turned_away_with_its_reason(string reason, string told)
    {
        var result = await Control.RejectAsync(Ringing, Enum.Parse<RejectReason>(reason), Command, TestContext.Current.CancellationToken);

        Assert.Equal(CommandResult.Accepted, result);
        await client.Received(1).RejectCallAsync(
            Arg.Is<RejectCallOptions>(options => options.IncomingCallContext == "handle" && options.CallRejectReason == new CallRejectReason(told)),
            TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task What_the_provider_refuses_is_told_and_not_thrown()
    {
        client.RedirectCallAsync(Arg.Any<RedirectCallOptions>(), Arg.Any<CancellationToken>())
            .ThrowsAsync(new RequestFailedException(403, "No.", "7507", null));

        var result = await RedirectAsync(new CallTarget.Telephone(Numbers.Outside));

        Assert.Equal(new CommandResult(CommandStatus.Refused, "403/7507"), result);
    }

    [Fact]
    public async Task A_bug_is_thrown()
    {
        client.RedirectCallAsync(Arg.Any<RedirectCallOptions>(), Arg.Any<CancellationToken>())
            .ThrowsAsync(new InvalidOperationException("bug"));

        await Assert.ThrowsAsync<InvalidOperationException>(() => RedirectAsync(new CallTarget.Telephone(Numbers.Outside)));
    }

    private AzureCommunicationCallControl Control => new(client, Options.Create(new AzureCommunicationOptions()), TimeProvider.System);

    private Task<CommandResult> RedirectAsync(CallTarget target) =>
        Control.RedirectAsync(Ringing, target, Command, TestContext.Current.CancellationToken);
}

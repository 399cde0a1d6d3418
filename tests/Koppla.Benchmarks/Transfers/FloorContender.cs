using Azure.Communication;
using Azure.Communication.CallAutomation;
using Koppla.Local.Stack;
using Koppla.Simulator.Calls;

namespace Koppla.Benchmarks.Transfers;

/// <summary>The least that any program with this client does: it knows the call and the target, keeps nothing, and sends the two commands.</summary>
internal sealed class FloorContender(LocalStack stack) : ITransferContender
{
    private readonly CallAutomationClient client = new(stack.Simulator.ConnectionString);

    public string Name => "floor";

    public async Task<TransferTimes> TransferAsync(Trio trio, CancellationToken cancellation)
    {
        var call = await trio.TalkAsync(cancellation);
        var connection = client.GetCallConnection(call.CallConnectionId!);
        var transferee = CommunicationIdentifier.FromRawId($"4:{call.Legs[0].Number}");
        var target = new AddParticipantOptions(new CallInvite(new CommunicationUserIdentifier(Trio.AppOf(trio.Target))));
        var asked = TimeProvider.System.GetUtcNow();
        await connection.GetCallMedia().HoldAsync(new HoldOptions(transferee), cancellation);
        await connection.AddParticipantAsync(target, cancellation);
        var times = TransferTimes.Of(call, asked);

        await EndAsync(call, cancellation);
        return times;
    }

    private static async Task EndAsync(SimulatedCall call, CancellationToken cancellation)
    {
        await call.HangUpAsync();
        await call.WaitForAsync(now => Trio.IsTold(now, "CallDisconnected", times: 1), cancellation);
    }
}

using System.Collections.Concurrent;
using Koppla.Functions.Telephony;
using Koppla.Functions.Tests.Storage;

namespace Koppla.Functions.Tests.IncomingCalls;

/// <summary>Call control that notes every command, also in the storage's log, and answers as it is told; otherwise it accepts.</summary>
internal sealed class FakeProvider(FakeStorage storage) : ICallControl
{
    private readonly ConcurrentQueue<Command> sent = new();

    public IReadOnlyList<Command> Sent => [.. sent];

    public IEnumerable<string> Asked => sent.Select(command => command.What);

    public Func<Command, CancellationToken, Task<CommandResult>> Answer { get; set; } =
        (_, _) => Task.FromResult(CommandResult.Accepted);

    public Task<CommandResult> RedirectAsync(
        RingingCall call, CallTarget target, CommandId command, CancellationToken cancellationToken) =>
        SendAsync(new($"redirect {(target is CallTarget.Telephone telephone ? telephone.Number.E164 : ((CallTarget.App)target).Id)}", call.Handle, command), cancellationToken);

    public Task<CommandResult> RejectAsync(
        RingingCall call, RejectReason reason, CommandId command, CancellationToken cancellationToken) =>
        SendAsync(new($"reject {reason}", call.Handle, command), cancellationToken);

    private Task<CommandResult> SendAsync(Command command, CancellationToken cancellationToken)
    {
        sent.Enqueue(command);
        storage.Write(command.What);
        return Answer(command, cancellationToken);
    }

    internal sealed record Command(string What, string Handle, CommandId Id);
}

namespace Koppla.Standins.FunctionsWorker.Invocation;

/// <summary>Cancels the token of all invocations once the host's shutdown timeout has passed: until then they may finish.</summary>
internal sealed class ShutdownDeadline : IDisposable
{
    private readonly CancellationTokenSource source = new();

    public CancellationToken Token => source.Token;

    public void Pass() => source.Cancel();

    public void Dispose() => source.Dispose();
}

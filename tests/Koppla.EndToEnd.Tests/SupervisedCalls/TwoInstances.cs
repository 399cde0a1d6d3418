using Koppla.Local.Stack;

namespace Koppla.EndToEnd.Tests.SupervisedCalls;

/// <summary>Two instances of the app on the same storage and provider: calls come to one of them, and the events of calls to the other.</summary>
public sealed class TwoInstances : Stories
{
    private readonly int port = FreePort.Next();
    private FunctionApp? second;

    /// <summary>The instance that calls come to; the other is told of their events.</summary>
    internal Uri First => Stack.App.BaseAddress;

    internal Uri Second => second!.BaseAddress;

    /// <summary>Ends the first at once, as a crash would.</summary>
    internal Task KillFirstAsync() => Stack.App.KillAsync();

    private protected override Dictionary<string, string> Settings =>
        new(StringComparer.Ordinal) { ["Callbacks:BaseAddress"] = $"http://127.0.0.1:{port}" };

    public override async ValueTask DisposeAsync()
    {
        if (second is not null)
        {
            await second.DisposeAsync();
        }

        await base.DisposeAsync();
    }

    private protected override async Task StartedAsync() => second = await Stack.StartAppAsync(port, Cancellation);
}

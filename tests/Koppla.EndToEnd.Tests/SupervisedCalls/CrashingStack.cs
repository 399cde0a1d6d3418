using Koppla.Local.Stack;

namespace Koppla.EndToEnd.Tests.SupervisedCalls;

/// <summary>A running system whose app can be killed, as often as one likes.</summary>
public sealed class CrashingStack : OwnStack
{
    private FunctionApp? restarted;

    /// <summary>Ends the app at once, as a crash would, and starts it again where it was.</summary>
    /// <param name="meanwhile">Happens while there is no app.</param>
    internal async Task CrashAsync(Func<Task> meanwhile)
    {
        await (restarted ?? Stack.App).KillAsync();
        await meanwhile();
        restarted = await Stack.StartAppAsync(Stack.App.BaseAddress.Port, Cancellation);
    }

    public override async ValueTask DisposeAsync()
    {
        if (restarted is not null)
        {
            await restarted.DisposeAsync();
        }

        await base.DisposeAsync();
    }
}

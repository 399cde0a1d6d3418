namespace Koppla.Simulator.Faults;

/// <summary>Sends something once and then as often again as a fault says.</summary>
internal static class Copies
{
    public static async Task SendAsync(DeliveryFault fault, TimeProvider time, Func<CancellationToken, Task> send, CancellationToken stopping)
    {
        if (fault.Spacing <= TimeSpan.Zero)
        {
            await Task.WhenAll(Enumerable.Range(0, fault.Duplicates + 1).Select(_ => send(stopping)));
            return;
        }

        await send(stopping);
        for (var copy = 0; copy < fault.Duplicates; copy++)
        {
            await Task.Delay(fault.Spacing, time, stopping);
            await send(stopping);
        }
    }
}

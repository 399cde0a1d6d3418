using Koppla.Functions.Storage;
using Koppla.Routing.Decisions;
using Koppla.Routing.Numbers;
using Microsoft.Extensions.Hosting;
using NodaTime;

namespace Koppla.Functions.IncomingCalls;

/// <summary>
/// Decides a call that nobody made before the first caller is waiting: connections to storage, number metadata and compiled
/// code are then there. A call rings for 30 seconds only.
/// </summary>
internal sealed class WarmUp(CallRouter router, IClock clock, TimeProvider time) : IHostedService
{
    // From the series that the Swedish regulator keeps for books and films: nobody's number.
    private const string Nobody = "+46701740699";

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        using var budget = new TimeLimit(CallBudget.Read, time, cancellationToken);
        var number = PhoneNumber.Parse(Nobody).Value;
        try
        {
            await router.DecideAsync(new Call(number, number, clock.GetCurrentInstant(), Trail.Empty), budget.Token);
        }
        catch (Exception failure) when (StorageFailure.Is(failure))
        {
            // Storage is away; the app starts all the same, for the fallback serves.
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

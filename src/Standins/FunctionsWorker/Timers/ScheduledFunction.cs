using Koppla.Standins.FunctionsWorker.Functions;
using Koppla.Standins.FunctionsWorker.Invocation;
using Microsoft.Azure.Functions.Worker;

namespace Koppla.Standins.FunctionsWorker.Timers;

/// <summary>A timer function and how its schedule stands.</summary>
internal sealed class ScheduledFunction(Function function, TimerSchedule schedule)
{
    /// <summary>Timers of the platform take no longer delay than some 49 days.</summary>
    private static readonly TimeSpan longestDelay = TimeSpan.FromDays(1);

    private readonly TimerTriggerAttribute trigger = (TimerTriggerAttribute)function.Trigger;
    private DateTime last;
    private DateTime updated;

    public string Name => function.Name;

    /// <summary>Runs the function at every occurrence until told to stop. Runs do not overlap.</summary>
    public async Task RepeatAsync(BackgroundInvoker invoker, TimeProvider time, CancellationToken stopping)
    {
        updated = time.GetUtcNow().UtcDateTime;
        if (trigger.RunOnStartup)
        {
            await RunAsync(invoker, time, schedule.After(time.GetUtcNow()));
        }

        while (schedule.After(time.GetUtcNow()) is { } next)
        {
            while (next - time.GetUtcNow() is var delay && delay > TimeSpan.Zero)
            {
                await Task.Delay(delay < longestDelay ? delay : longestDelay, time, stopping);
            }

            await RunAsync(invoker, time, next);
        }
    }

    /// <summary>Runs the function now, whatever the schedule says.</summary>
    public Task RunNowAsync(BackgroundInvoker invoker, TimeProvider time) =>
        invoker.TryRunAsync(function, Info(schedule.After(time.GetUtcNow())));

    private async Task RunAsync(BackgroundInvoker invoker, TimeProvider time, DateTimeOffset? next)
    {
        var info = Info(next);
        last = time.GetUtcNow().UtcDateTime;
        await invoker.TryRunAsync(function, info);
        updated = time.GetUtcNow().UtcDateTime;
    }

    private TimerInfo Info(DateTimeOffset? next) => new()
    {
        ScheduleStatus = trigger.UseMonitor && !schedule.RunsWithinAMinute
            ? new() { Last = last, Next = next?.UtcDateTime ?? default, LastUpdated = updated }
            : null,
    };
}

using System.Net;
using System.Threading.Channels;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Koppla.Standins.Tests.FunctionsWorker;

public sealed class TimerTests
{
    private static readonly DateTimeOffset start = new(2026, 3, 1, 11, 58, 30, TimeSpan.Zero);

    private static readonly DateTime noon = new(2026, 3, 1, 12, 0, 0, DateTimeKind.Utc);

    private readonly SignallingTime time = new(start);

    [Fact]
    public async Task A_timer_runs_at_each_occurrence_in_UTC()
    {
        await using var host = await StartAsync(typeof(EveryFiveMinutes));

        await time.PassAsync(TimeSpan.FromSeconds(90));
        Assert.Equal(noon, (await NextRunAsync(host)).At);
        await time.PassAsync(TimeSpan.FromMinutes(5));
        Assert.Equal(noon.AddMinutes(5), (await NextRunAsync(host)).At);
    }

    [Fact]
    public async Task The_schedule_status_tells_the_last_and_the_present_run()
    {
        await using var host = await StartAsync(typeof(EveryFiveMinutes));

        await time.PassAsync(TimeSpan.FromSeconds(90));
        var first = (await NextRunAsync(host)).Info;
        await time.PassAsync(TimeSpan.FromMinutes(5));
        var second = (await NextRunAsync(host)).Info;

        Assert.Equal((default, noon, start.UtcDateTime), Status(first));
        Assert.Equal((noon, noon.AddMinutes(5), noon), Status(second));
        Assert.False(first.IsPastDue);
    }

    [Theory]
    [InlineData(typeof(EveryTenSeconds))]
    [InlineData(typeof(Unmonitored))]
    public async Task A_schedule_under_a_minute_or_without_monitor_has_no_status(Type function)
    {
        await using var host = await StartAsync(function);

        await time.PassAsync(TimeSpan.FromSeconds(90));

        Assert.Null((await NextRunAsync(host)).Info.ScheduleStatus);
    }

    [Fact]
    public async Task A_timer_that_runs_on_startup_runs_at_once_and_then_by_its_schedule()
    {
        await using var host = await StartAsync(typeof(OnStartup));

        Assert.Equal(start.UtcDateTime, (await NextRunAsync(host)).At);
        await time.PassAsync(TimeSpan.FromSeconds(90));
        Assert.Equal(noon, (await NextRunAsync(host)).At);
    }

    [Theory]
    [InlineData("--Cleanup=0 0 12 * * *")]
    [InlineData("--Cleanup=0 12 * * *")] // five fields: at second 0
    public async Task A_schedule_may_be_a_setting(string setting)
    {
        await using var host = await StartAsync(typeof(BySetting), setting);

        await time.PassAsync(TimeSpan.FromSeconds(90));

        Assert.Equal(noon, (await NextRunAsync(host)).At);
    }

    [Fact]
    public async Task A_far_occurrence_is_waited_for_a_day_at_a_time()
    {
        await using var host = await StartAsync(typeof(BySetting), "--Cleanup=0 0 12 4 3 *");

        for (var day = 0; day < 3; day++)
        {
            await time.PassAsync(TimeSpan.FromDays(1));
        }

        await time.PassAsync(TimeSpan.FromSeconds(90));
        Assert.Equal(noon.AddDays(3), (await NextRunAsync(host)).At);
    }

    [Fact]
    public async Task A_failing_run_is_logged_and_the_next_one_comes()
    {
        await using var host = await StartAsync(typeof(Failing));

        await time.PassAsync(TimeSpan.FromSeconds(90));
        await NextRunAsync(host);
        await time.PassAsync(TimeSpan.FromMinutes(5));
        await NextRunAsync(host);

        Assert.Contains(host.Log.Lines(LogLevel.Error), line => line.Contains("'Failing' failed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_timer_can_be_run_by_hand_with_the_master_key()
    {
        await using var host = await StartAsync(typeof(EveryFiveMinutes));

        Assert.Equal(HttpStatusCode.Unauthorized, await host.StatusAsync("POST", "/admin/functions/EveryFiveMinutes"));
        Assert.Equal(HttpStatusCode.Accepted, await RunAsync(host, "EveryFiveMinutes"));

        Assert.Equal(start.UtcDateTime, (await NextRunAsync(host)).At);
    }

    [Fact]
    public async Task Only_timers_can_be_run_by_hand()
    {
        await using var host = await StartAsync(typeof(NoTimer));

        Assert.Equal(HttpStatusCode.NotFound, await RunAsync(host, "Nobody"));
        Assert.Equal(HttpStatusCode.BadRequest, await RunAsync(host, "NoTimer"));
    }

    [Fact]
    public async Task A_disabled_timer_does_not_run()
    {
        await using var host = await StartAsync(typeof(OnStartup), "--AzureWebJobs.OnStartup.Disabled=true");

        Assert.Equal(HttpStatusCode.NotFound, await RunAsync(host, "OnStartup"));
        Assert.False(Runs(host).Reader.TryRead(out _));
    }

    [Fact]
    public async Task A_stop_waits_for_the_present_run()
    {
        await using var host = await StartAsync(typeof(Waiting));
        var gate = host.Host.Services.GetRequiredService<TaskCompletionSource>();
        await NextRunAsync(host);

        var stop = host.Host.StopAsync(TestContext.Current.CancellationToken);
        Assert.False(stop.IsCompleted);
        gate.SetResult();

        await stop;
        Assert.Equal("not cancelled", Assert.Single(host.Log.Lines(LogLevel.Warning)).Trim());
    }

    [Fact]
    public async Task A_run_that_outlasts_the_shutdown_timeout_is_cancelled()
    {
        await using var host = await StartAsync(typeof(Endless));
        await NextRunAsync(host);
        using var timeout = new CancellationTokenSource();

        var stop = host.Host.StopAsync(timeout.Token);
        await timeout.CancelAsync();

        await Record.ExceptionAsync(() => stop);
        Assert.True((await NextRunAsync(host)).Info.IsPastDue);
    }

    private static (DateTime Last, DateTime Next, DateTime Updated) Status(TimerInfo info) =>
        (info.ScheduleStatus!.Last, info.ScheduleStatus.Next, info.ScheduleStatus.LastUpdated);

    private static Task<HttpStatusCode> RunAsync(TestHost host, string name) =>
        host.StatusAsync("POST", $"/admin/functions/{name}", ("x-functions-key", TestHost.MasterKey));

    private static Channel<Run> Runs(TestHost host) => host.Host.Services.GetRequiredService<Channel<Run>>();

    private static Task<Run> NextRunAsync(TestHost host) => Runs(host).Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask()
        .WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);

    private Task<TestHost> StartAsync(Type function, params string[] args) => TestHost.StartAsync(new TestApp
    {
        Functions = [function],
        Args = args,
        Configure = builder => builder.Services
            .AddSingleton<TimeProvider>(time)
            .AddSingleton(new TaskCompletionSource())
            .AddSingleton(Channel.CreateUnbounded<Run>()),
    });

    private sealed record Run(DateTime At, TimerInfo Info);

    private abstract class Recorder(Channel<Run> runs, TimeProvider time)
    {
        protected void Record(TimerInfo info) => runs.Writer.TryWrite(new(time.GetUtcNow().UtcDateTime, info));
    }

    private sealed class EveryFiveMinutes(Channel<Run> runs, TimeProvider time) : Recorder(runs, time)
    {
        [Function("EveryFiveMinutes")]
        public void Run([TimerTrigger("0 */5 * * * *")] TimerInfo timer) => Record(timer);
    }

    private sealed class EveryTenSeconds(Channel<Run> runs, TimeProvider time) : Recorder(runs, time)
    {
        [Function("EveryTenSeconds")]
        public void Run([TimerTrigger("*/10 * * * * *")] TimerInfo timer) => Record(timer);
    }

    private sealed class Unmonitored(Channel<Run> runs, TimeProvider time) : Recorder(runs, time)
    {
        [Function("Unmonitored")]
        public void Run([TimerTrigger("0 */5 * * * *", UseMonitor = false)] TimerInfo timer) => Record(timer);
    }

    private sealed class OnStartup(Channel<Run> runs, TimeProvider time) : Recorder(runs, time)
    {
        [Function("OnStartup")]
        public void Run([TimerTrigger("0 */5 * * * *", RunOnStartup = true)] TimerInfo timer) => Record(timer);
    }

    private sealed class BySetting(Channel<Run> runs, TimeProvider time) : Recorder(runs, time)
    {
        [Function("BySetting")]
        public void Run([TimerTrigger("%Cleanup%")] TimerInfo timer) => Record(timer);
    }

    private sealed class Failing(Channel<Run> runs, TimeProvider time) : Recorder(runs, time)
    {
        [Function("Failing")]
        public void Run([TimerTrigger("0 */5 * * * *")] TimerInfo timer)
        {
            Record(timer);
            throw new InvalidOperationException("told to");
        }
    }

    private sealed class Waiting(Channel<Run> runs, TimeProvider time, TaskCompletionSource gate, ILogger<Waiting> logger) : Recorder(runs, time)
    {
        [Function("Waiting")]
        public async Task Run([TimerTrigger("0 */5 * * * *", RunOnStartup = true)] TimerInfo timer, CancellationToken token)
        {
            Record(timer);
            await gate.Task;
            logger.LogWarning("{Outcome}", token.IsCancellationRequested ? "cancelled" : "not cancelled");
        }
    }

    private sealed class Endless(Channel<Run> runs, TimeProvider time) : Recorder(runs, time)
    {
        [Function("Endless")]
        public async Task Run([TimerTrigger("0 */5 * * * *", RunOnStartup = true)] TimerInfo timer, CancellationToken token)
        {
            Record(timer);
            var cancelled = new TaskCompletionSource();
            await using var registration = token.Register(cancelled.SetResult);
            await cancelled.Task;
            Record(new TimerInfo { IsPastDue = true });
        }
    }

    private sealed class NoTimer
    {
        [Function("NoTimer")]
        public void Run([EventGridTrigger] string text)
        {
        }
    }
}

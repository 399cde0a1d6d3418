using Koppla.Simulator.Calls;

namespace Koppla.EndToEnd.Tests;

/// <summary>What tests read of a call, and wait for in it.</summary>
internal static class CallReadings
{
    private const string Plays = "plays \"";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>What the caller has been told, in order.</summary>
    public static IReadOnlyList<string> Spoken(this SimulatedCall call) =>
        [.. call.Timeline.Where(IsSpeech).Select(entry => entry.Text[Plays.Length..^1])];

    public static Task SpeaksAsync(this SimulatedCall call) => call.ReachesAsync(now => now.Timeline.Any(IsSpeech));

    /// <summary>Completes when the app has taken an event of this name.</summary>
    public static Task ToldAsync(this SimulatedCall call, string name) =>
        call.ReachesAsync(now => now.Timeline.Any(entry => entry.Text.StartsWith($"{name} delivered (200", StringComparison.Ordinal)));

    public static Task RingsAsync(this SimulatedCall call, string numberOrApp) =>
        call.ReachesAsync(now => now.Leg(numberOrApp)?.State == LegState.Ringing);

    /// <summary>Waits for a state of the call; when it does not come, says what came instead.</summary>
    public static async Task ReachesAsync(this SimulatedCall call, Func<SimulatedCall, bool> condition)
    {
        try
        {
            await call.WaitForAsync(condition, Cancellation).WaitAsync(Patience, Cancellation);
        }
        catch (TimeoutException)
        {
            Assert.Fail($"The call did not come to it:{Environment.NewLine}{string.Join(Environment.NewLine, call.Timeline)}");
        }
    }

    private static bool IsSpeech(TimelineEntry entry) => entry.Text.StartsWith(Plays, StringComparison.Ordinal);
}

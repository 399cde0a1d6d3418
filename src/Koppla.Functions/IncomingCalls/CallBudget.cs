namespace Koppla.Functions.IncomingCalls;

/// <summary>How long things may take while a caller hears nothing but ringing.</summary>
internal static class CallBudget
{
    /// <summary>To read what decides the call; then the fallback takes over.</summary>
    public static readonly TimeSpan Read = TimeSpan.FromSeconds(2.5);

    /// <summary>From the event's arrival to the provider's answer.</summary>
    public static readonly TimeSpan Whole = TimeSpan.FromSeconds(5);

    /// <summary>An event older than this is recorded and not acted on: a call rings for 30 s in all.</summary>
    public static readonly TimeSpan Stale = TimeSpan.FromSeconds(20);
}

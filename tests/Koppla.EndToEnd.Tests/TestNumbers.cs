using Koppla.Routing.Numbers;

namespace Koppla.EndToEnd.Tests;

/// <summary>Numbers from the series for books and films, given out once each, so that tests do not meet.</summary>
internal static class TestNumbers
{
    private static int nextFixed;
    private static int nextMobile;
    private static int nextExternal;

    /// <summary>All that the simulated resource owns.</summary>
    public static IReadOnlyList<string> Owned { get; } =
    [
        .. Enumerable.Range(0, 100).Select(i => $"+468465004{i:00}"),
        .. Enumerable.Range(5, 45).Select(i => $"+467017406{i:00}"),
    ];

    /// <summary>One of ours: Stockholm.</summary>
    public static PhoneNumber Fixed() => Number($"+468465004{Next(ref nextFixed, 100):00}");

    /// <summary>One of ours: mobile.</summary>
    public static PhoneNumber Mobile() => Number($"+467017406{5 + Next(ref nextMobile, 45):00}");

    /// <summary>Nobody's we know: Gothenburg.</summary>
    public static PhoneNumber External() => Number($"+463139006{Next(ref nextExternal, 100):00}");

    public static PhoneNumber Caller { get; } = Number("+46701740690");

    private static int Next(ref int counter, int end)
    {
        var next = Interlocked.Increment(ref counter) - 1;
        return next < end ? next : throw new InvalidOperationException("The tests need more numbers than the series has.");
    }

    private static PhoneNumber Number(string e164) => PhoneNumber.ParseE164(e164).Value;
}

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
        .. Enumerable.Range(0, 100).Select(i => $"+469803192{i:00}"),
        .. Enumerable.Range(0, 100).Select(i => $"+464062804{i:00}"),
        .. Enumerable.Range(5, 45).Select(i => $"+467017406{i:00}"),
    ];

    /// <summary>One of ours: Stockholm, then Kiruna, then Malmö.</summary>
    public static PhoneNumber Fixed() => Number(Of(Next(ref nextFixed, 300), "+468465004", "+469803192", "+464062804"));

    /// <summary>One of ours: mobile.</summary>
    public static PhoneNumber Mobile() => Number($"+467017406{5 + Next(ref nextMobile, 45):00}");

    /// <summary>Nobody's we know: Gothenburg, then mobiles that are neither ours nor the caller's.</summary>
    public static PhoneNumber External()
    {
        var next = Next(ref nextExternal, 140);
        return Number(next < 100 ? $"+463139006{next:00}" : $"+467017406{next - 50:00}");
    }

    public static PhoneNumber Caller { get; } = Number("+46701740690");

    private static int Next(ref int counter, int end)
    {
        var next = Interlocked.Increment(ref counter) - 1;
        return next < end ? next : throw new InvalidOperationException("The tests need more numbers than the series has.");
    }

    private static string Of(int index, params string[] series) => $"{series[index / 100]}{index % 100:00}";

    private static PhoneNumber Number(string e164) => PhoneNumber.ParseE164(e164).Value;
}

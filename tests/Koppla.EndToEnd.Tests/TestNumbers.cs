using Koppla.Routing.Numbers;

namespace Koppla.EndToEnd.Tests;

/// <summary>Numbers from the series for books and films, given out once each, so that tests do not meet.</summary>
internal static class TestNumbers
{
    private const int FixedCount = 300;

    private static int nextFixed;
    private static int nextMobile;
    private static int nextExternal;

    /// <summary>All that the simulated resource owns.</summary>
    public static IReadOnlyList<string> Owned { get; } =
    [
        .. Enumerable.Range(0, 100).Select(i => $"+468465004{i:00}"),
        .. Enumerable.Range(0, 100).Select(i => $"+469803192{i:00}"),
        .. Enumerable.Range(0, 100).Select(i => $"+464062804{i:00}"),
        .. Enumerable.Range(5, 20).Select(i => $"+467017406{i:00}"),
    ];

    /// <summary>One of ours: Stockholm, then Kiruna, then Malmö.</summary>
    public static PhoneNumber Fixed() => FixedAt(Next(ref nextFixed, FixedCount));

    /// <summary>Some of ours that follow one another.</summary>
    public static IReadOnlyList<PhoneNumber> FixedRange(int count)
    {
        for (; ; )
        {
            var last = Next(ref nextFixed, FixedCount, count);
            if ((last - count + 1) / 100 == last / 100)
            {
                return [.. Enumerable.Range(last - count + 1, count).Select(FixedAt)];
            }
        }
    }

    /// <summary>One of ours: mobile.</summary>
    public static PhoneNumber Mobile() => Number($"+467017406{5 + Next(ref nextMobile, 20):00}");

    /// <summary>Nobody's we know: Gothenburg, then mobiles that are neither ours nor the caller's.</summary>
    public static PhoneNumber External()
    {
        var next = Next(ref nextExternal, 165);
        return Number(next < 100 ? $"+463139006{next:00}" : $"+467017406{next - 75:00}");
    }

    public static PhoneNumber Caller { get; } = Number("+46701740690");

    private static PhoneNumber FixedAt(int index) => Number(Of(index, "+468465004", "+469803192", "+464062804"));

    /// <returns>The last of so many that follow one another.</returns>
    private static int Next(ref int counter, int end, int count = 1)
    {
        var next = Interlocked.Add(ref counter, count) - 1;
        return next < end ? next : throw new InvalidOperationException("The tests need more numbers than the series has.");
    }

    private static string Of(int index, params string[] series) => $"{series[index / 100]}{index % 100:00}";

    private static PhoneNumber Number(string e164) => PhoneNumber.ParseE164(e164).Value;
}

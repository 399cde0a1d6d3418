using Koppla.Functions.Storage;
using NodaTime;

namespace Koppla.Functions.Audit;

/// <summary>Names changes: the newest sorts first, and the name tells when.</summary>
internal static class ChangeId
{
    private static readonly Duration Tick = Duration.FromTicks(1);

    /// <param name="random">At least 16 hexadecimal digits that tell changes of the same moment apart.</param>
    public static string Of(Instant at, string random) => NewestFirst.Key(at.ToDateTimeOffset(), random[..NewestFirst.NameDigits]);

    /// <summary>How the id of every change of the tick before begins: what is as late as the moment, or later, comes before it.</summary>
    public static string TimeBefore(Instant at) => NewestFirst.TimeOf((at - Tick).ToDateTimeOffset());

    /// <summary>The id of what follows from a change in another object, at the same time; always the same one.</summary>
    public static string Following(string id, string other) =>
        string.Concat(id.AsSpan(0, NewestFirst.TimeDigits + 1), NewestFirst.NameOf($"{id} {other}"));

    /// <summary>Whether the first change was begun before the second.</summary>
    public static bool IsBefore(string first, string second) =>
        string.CompareOrdinal(first, 0, second, 0, NewestFirst.TimeDigits) > 0;

    public static bool IsId(string text) => NewestFirst.IsKey(text);
}

using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;

namespace Koppla.Functions.Audit;

/// <summary>Names changes: the newest sorts first, and the name tells when.</summary>
internal static class ChangeId
{
    private static readonly SearchValues<char> Hexadecimal = SearchValues.Create("0123456789abcdef");

    private const int TimeDigits = 19;
    private const int RandomDigits = 16;

    /// <param name="random">At least 16 hexadecimal digits that tell changes of the same moment apart.</param>
    public static string Of(Instant at, string random) => $"{TimeOf(at)}-{random[..RandomDigits]}";

    /// <summary>How the id of every change of that moment begins.</summary>
    public static string TimeOf(Instant at) => TimeOf(DateTime.MaxValue.Ticks - at.ToDateTimeUtc().Ticks);

    /// <summary>The same for the tick before.</summary>
    public static string TimeBefore(Instant at) => TimeOf(DateTime.MaxValue.Ticks - at.ToDateTimeUtc().Ticks + 1);

    /// <summary>The id of what follows from a change in another object, at the same time; always the same one.</summary>
    public static string Following(string id, string other)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{id} {other}"));
        return string.Concat(id.AsSpan(0, TimeDigits + 1), Convert.ToHexStringLower(hash.AsSpan(0, RandomDigits / 2)));
    }

    public static bool IsId(string text) =>
        text.Length == TimeDigits + 1 + RandomDigits
        && text[TimeDigits] == '-'
        && text.AsSpan(0, TimeDigits).IndexOfAnyExceptInRange('0', '9') < 0
        && text.AsSpan(TimeDigits + 1).IndexOfAnyExcept(Hexadecimal) < 0;

    private static string TimeOf(long newestFirst) => newestFirst.ToString("D19", CultureInfo.InvariantCulture);
}

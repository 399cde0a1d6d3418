using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Koppla.Functions.Storage;

/// <summary>Keys of which the newest sorts first: the time upside down, a hyphen, and what tells those of the same moment apart.</summary>
internal static class NewestFirst
{
    /// <summary>How many digits of a key are its time.</summary>
    public const int TimeDigits = 19;

    /// <summary>How many hexadecimal digits of a key tell it from others of the same moment.</summary>
    public const int NameDigits = 16;

    private static readonly SearchValues<char> Hexadecimal = SearchValues.Create("0123456789abcdef");

    /// <summary>How the keys of a moment begin.</summary>
    public static string TimeOf(DateTimeOffset time) =>
        (DateTime.MaxValue.Ticks - time.UtcTicks).ToString("D19", CultureInfo.InvariantCulture);

    /// <param name="name">As <see cref="NameOf"/> makes it, or as many random digits.</param>
    public static string Key(DateTimeOffset time, string name) => $"{TimeOf(time)}-{name}";

    /// <summary>The end of a key, made of a text of any length: the same text gives the same.</summary>
    public static string NameOf(string text)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(text));
        return Convert.ToHexStringLower(hash.AsSpan(0, NameDigits / 2));
    }

    /// <summary>Whether a text has the form of a key: nothing else goes into a request to storage.</summary>
    public static bool IsKey(string text) =>
        text.Length == TimeDigits + 1 + NameDigits
        && text[TimeDigits] == '-'
        && text.AsSpan(0, TimeDigits).IndexOfAnyExceptInRange('0', '9') < 0
        && text.AsSpan(TimeDigits + 1).IndexOfAnyExcept(Hexadecimal) < 0;
}

using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Koppla.Functions.Calls;

/// <summary>Names calls in storage: the newest sorts first. See <see cref="CallRecord.IsId"/>.</summary>
internal static class CallId
{
    /// <param name="name">Tells calls of the same moment apart; the same name and time give the same id.</param>
    public static string For(DateTimeOffset time, string name)
    {
        var newestFirst = DateTime.MaxValue.Ticks - time.UtcTicks;
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(name));
        return string.Create(
            CultureInfo.InvariantCulture, $"{newestFirst:D19}-{Convert.ToHexStringLower(hash.AsSpan(0, 8))}");
    }
}

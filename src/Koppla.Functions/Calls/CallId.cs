using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;

namespace Koppla.Functions.Calls;

/// <summary>Names calls in storage: the newest sorts first. See <see cref="CallRecord.IsId"/>.</summary>
internal static class CallId
{
    /// <summary>The ids of all calls that rang after an instant come before this one.</summary>
    public static string Since(Instant instant) => string.Create(CultureInfo.InvariantCulture, $"{NewestFirst(instant.ToDateTimeOffset()):D19}");

    /// <param name="name">Tells calls of the same moment apart; the same name and time give the same id.</param>
    public static string For(DateTimeOffset time, string name)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(name));
        return string.Create(
            CultureInfo.InvariantCulture, $"{NewestFirst(time):D19}-{Convert.ToHexStringLower(hash.AsSpan(0, 8))}");
    }

    private static long NewestFirst(DateTimeOffset time) => DateTime.MaxValue.Ticks - time.UtcTicks;
}

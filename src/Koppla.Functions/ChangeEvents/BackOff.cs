using System.Globalization;
using NodaTime;

namespace Koppla.Functions.ChangeEvents;

/// <summary>When an event that was not taken is sent again: eleven times in all, over about two days.</summary>
internal static class BackOff
{
    /// <summary>A receiver that wants to be left alone longer is not.</summary>
    public static readonly Duration MaxRetryAfter = Duration.FromHours(1);

    private static readonly Duration[] Waits =
    [
        Duration.FromSeconds(10),
        Duration.FromSeconds(30),
        Duration.FromMinutes(2),
        Duration.FromMinutes(10),
        Duration.FromMinutes(30),
        Duration.FromHours(1),
        Duration.FromHours(3),
        Duration.FromHours(6),
        Duration.FromHours(12),
        Duration.FromHours(24),
    ];

    /// <summary>Waits are up to this part longer.</summary>
    private const double Spread = 0.2;

    private const int JitterDigits = 4;

    /// <summary>How often an event is sent at the most.</summary>
    public static int Tries => Waits.Length + 1;

    /// <param name="failures">How often it was not taken, at least once.</param>
    /// <param name="id">Of the event: the end of it, which is random, spreads those that failed at the same moment.</param>
    /// <param name="retryAfter">How long the receiver wants to be left alone.</param>
    /// <returns>Null: it is not sent again.</returns>
    public static Duration? After(int failures, string id, Duration? retryAfter)
    {
        if (failures >= Tries)
        {
            return null;
        }

        var jitter = int.Parse(id.AsSpan(id.Length - JitterDigits), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 65536.0;
        var wait = Waits[failures - 1] * (1 + (Spread * jitter));
        return Duration.Max(wait, Duration.Min(retryAfter ?? Duration.Zero, MaxRetryAfter));
    }
}

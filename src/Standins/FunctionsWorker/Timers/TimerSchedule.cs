using Cronos;
using Microsoft.Extensions.Configuration;

namespace Koppla.Standins.FunctionsWorker.Timers;

/// <summary>An NCRONTAB expression in UTC.</summary>
internal sealed class TimerSchedule
{
    private static readonly DateTime sample = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private readonly CronExpression expression;

    private TimerSchedule(CronExpression expression)
    {
        this.expression = expression;
        RunsWithinAMinute = expression.GetOccurrences(sample, sample.AddYears(1)).Take(5).ToArray() is { Length: > 1 } runs
            && runs.Zip(runs.Skip(1), (one, next) => next - one).Any(gap => gap < TimeSpan.FromMinutes(1));
    }

    /// <summary>The host keeps no status of such schedules.</summary>
    public bool RunsWithinAMinute { get; }

    /// <summary>Null, with the problem, if the text is no schedule or names a setting that does not exist.</summary>
    public static TimerSchedule? Parse(string text, IConfiguration settings, out string? problem)
    {
        problem = null;
        var resolved = text is ['%', .., '%'] ? settings[text[1..^1]] : text;
        if (resolved is null)
        {
            problem = $"'{text}' does not resolve to a setting";
            return null;
        }

        var hasSeconds = resolved.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length != 5;
        if (CronExpression.TryParse(resolved, hasSeconds ? CronFormat.IncludeSeconds : CronFormat.Standard, out var expression))
        {
            return new(expression);
        }

        problem = $"'{resolved}' is not an NCRONTAB schedule";
        return null;
    }

    /// <summary>The first occurrence after the instant, or null if there is none.</summary>
    public DateTimeOffset? After(DateTimeOffset instant) => expression.GetNextOccurrence(instant, TimeZoneInfo.Utc);
}

using Koppla.Routing.Schedules;

namespace Koppla.Functions.Scheduling;

/// <summary>The words for the days of the week: <c>monday</c> and so on.</summary>
internal static class DayNames
{
    private static readonly WeekDays[] Days = [.. Enum.GetValues<WeekDays>().Where(day => day != WeekDays.None)];

    public static IReadOnlyList<string> All { get; } = [.. Days.Select(Names.Kebab)];

    public static IReadOnlyList<string> Of(WeekDays days) => [.. Days.Where(day => days.HasFlag(day)).Select(Names.Kebab)];

    /// <returns>Null when there is no such day.</returns>
    public static WeekDays? Parse(string name) => Names.Parse<WeekDays>(name) is { } day and not WeekDays.None ? day : null;
}

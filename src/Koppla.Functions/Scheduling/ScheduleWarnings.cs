using Koppla.Functions.Api;
using Koppla.Routing.Schedules;

namespace Koppla.Functions.Scheduling;

/// <summary>Tells of what in a schedule is decided by a rule that its writer may not have thought of.</summary>
internal static class ScheduleWarnings
{
    public static IReadOnlyList<WarningBody> Of(Schedule schedule) => [.. ScheduleConflicts.Find(schedule).Select(Of)];

    private static WarningBody Of(ScheduleConflict conflict) => conflict switch
    {
        OverlappingPeriods overlap => Overlap(overlap, Member(overlap.Kind)),
        ShadowedPeriod shadowed => Shadowed($"{Member(shadowed.Kind)}[{shadowed.Place}]"),
        _ => throw new ArgumentOutOfRangeException(nameof(conflict)),
    };

    private static WarningBody Overlap(OverlappingPeriods overlap, string member) => new(
        "periods-overlap",
        $"{member}[{overlap.First}] and {member}[{overlap.Second}] have the same priority and want different profiles, " +
        $"from {Moment(overlap)} on. The one that began later wins.",
        $"{member}[{overlap.Second}]");

    private static WarningBody Shadowed(string period) =>
        new("period-shadowed", $"{period} is never in force: other periods win all its time.", period);

    private static string Moment(OverlappingPeriods overlap) => overlap.Kind == InForceSource.Weekly
        ? $"{overlap.Witness.DayOfWeek} {ScheduleTimes.OfDay.Format(overlap.Witness.TimeOfDay)}"
        : ScheduleTimes.Local.Format(overlap.Witness);

    private static string Member(InForceSource kind) => kind == InForceSource.Weekly ? "weekly" : "oneOff";
}

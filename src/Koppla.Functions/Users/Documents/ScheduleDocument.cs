namespace Koppla.Functions.Users.Documents;

/// <summary>Local times and dates in ISO 8601.</summary>
internal sealed record ScheduleDocument
{
    public required string Zone { get; init; }

    public WeeklyDocument[]? Weekly { get; init; }

    public OneOffDocument[]? OneOff { get; init; }

    public HolidayRuleDocument? Holidays { get; init; }

    internal sealed record WeeklyDocument
    {
        public required string Profile { get; init; }

        /// <summary>The flags of <see cref="Koppla.Routing.Schedules.WeekDays"/>.</summary>
        public required int Days { get; init; }

        public required string From { get; init; }

        public required string To { get; init; }

        public required int Priority { get; init; }
    }

    internal sealed record OneOffDocument
    {
        public required string Profile { get; init; }

        public required string From { get; init; }

        public required string To { get; init; }

        public required int Priority { get; init; }

        public string? Note { get; init; }
    }

    internal sealed record HolidayRuleDocument
    {
        public required string Profile { get; init; }

        /// <summary>Null: the organisation's.</summary>
        public HolidayCalendarDocument? Calendar { get; init; }
    }
}

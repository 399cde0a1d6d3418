namespace Koppla.Functions.Users.Documents;

/// <summary>Dates in ISO 8601.</summary>
internal sealed record HolidayCalendarDocument
{
    public required bool IncludeEves { get; init; }

    public HolidayDocument[]? Added { get; init; }

    public string[]? Removed { get; init; }

    internal sealed record HolidayDocument
    {
        public required string Date { get; init; }

        public required string Name { get; init; }
    }
}

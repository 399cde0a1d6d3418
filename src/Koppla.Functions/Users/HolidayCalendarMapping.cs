using System.Text.Json;
using Koppla.Functions.Users.Documents;
using Koppla.Routing.Schedules;
using NodaTime.Text;

namespace Koppla.Functions.Users;

/// <summary>Between a holiday calendar and its document: a part of a user's, or an organisation's own.</summary>
internal static class HolidayCalendarMapping
{
    private static readonly LocalDatePattern Dates = LocalDatePattern.Iso;

    public static HolidayCalendarDocument ToDocument(HolidayCalendar calendar) => new()
    {
        IncludeEves = calendar.IncludeEves,
        Added = [.. calendar.Added.Select(day => new HolidayCalendarDocument.HolidayDocument { Date = Dates.Format(day.Date), Name = day.Name })],
        Removed = [.. calendar.Removed.Select(Dates.Format)],
    };

    public static HolidayCalendar FromDocument(HolidayCalendarDocument document) => new(
        document.IncludeEves,
        [.. (document.Added ?? []).Select(day => new Holiday(StoredUser.Parsed(Dates, day.Date), day.Name))],
        [.. (document.Removed ?? []).Select(day => StoredUser.Parsed(Dates, day))]);

    public static string ToJson(HolidayCalendar calendar) =>
        JsonSerializer.Serialize(ToDocument(calendar), UserJson.Default.HolidayCalendarDocument);

    /// <returns>Null: it is none.</returns>
    public static HolidayCalendar? FromJson(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, UserJson.Default.HolidayCalendarDocument) is { } document ? FromDocument(document) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

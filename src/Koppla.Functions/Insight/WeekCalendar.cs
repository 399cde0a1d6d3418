using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using Koppla.Routing.Decisions;
using Koppla.Routing.Insight;
using Koppla.Routing.Numbers;
using NodaTime;
using NodaTime.Text;

namespace Koppla.Functions.Insight;

/// <summary>A user's days as iCalendar (RFC 5545): an event for each number and interval, in UTC.</summary>
internal static class WeekCalendar
{
    public const string MediaType = "text/calendar";

    private const string Producer = "-//Koppla//Koppla//EN";

    private static readonly InstantPattern Compact = InstantPattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss'Z'");

    public static string Of(UserWeek week, Language language, Instant now)
    {
        var calendar = new Calendar { ProductId = Producer };
        foreach (var (number, outlook) in week.Numbers)
        {
            calendar.Events.AddRange(outlook.Intervals.Select(interval => EventOf(week, number, interval, language, now)));
        }

        return new CalendarSerializer().SerializeToString(calendar)!;
    }

    private static CalendarEvent EventOf(UserWeek week, PhoneNumber number, OutlookInterval interval, Language language, Instant now)
    {
        var body = WeekIntervalBody.Of(week, interval, language);
        return new CalendarEvent
        {
            // The same interval keeps its name, so that a calendar that is fetched again changes it and does not repeat it.
            Uid = $"{number.Digits}-{Compact.Format(interval.Start)}-{week.User.Id}",
            DtStamp = TimeOf(now),
            Start = TimeOf(interval.Start),
            End = TimeOf(interval.End),
            Summary = body.Profile is { } profile ? $"{number.Display}: {profile.Name}" : number.Display,
            Description = string.Join('\n', Sentences(body)),
            Transparency = TransparencyType.Transparent,
        };
    }

    private static IEnumerable<string> Sentences(WeekIntervalBody body) =>
        new[] { body.Goes, body.IfBusy, body.IfNoAnswer, body.IfNoConnection }.OfType<CourseBody>().Select(course => course.Sentence);

    private static CalDateTime TimeOf(Instant instant) => new(instant.ToDateTimeUtc());
}

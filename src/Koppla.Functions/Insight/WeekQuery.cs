using System.Globalization;
using System.Reflection;
using Koppla.Functions.Api;
using Koppla.Functions.Api.Documentation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using NodaTime;
using NodaTime.Text;

namespace Koppla.Functions.Insight;

/// <summary>Which days are asked for, and in which form: the parameters <c>from</c>, <c>days</c> and <c>format</c>.</summary>
/// <param name="From">Null: today.</param>
/// <param name="AsCalendar">iCalendar is asked for, by <c>format=ics</c> or by <c>Accept</c>.</param>
internal sealed record WeekQuery(LocalDate? From, int Days, bool AsCalendar) : IRequestPart, IEndpointParameterMetadataProvider
{
    private const int MostDays = 31;
    private const int Week = 7;

    /// <summary>In either direction.</summary>
    private static readonly Period Furthest = Period.FromYears(2);

    private static readonly RequestParameter[] Parameters =
    [
        RequestParameter.Text("from", "The first day; unless told, today. At most two years away.", format: "date"),
        RequestParameter.Whole("days", 1, MostDays, Week, "How many days."),
        RequestParameter.Word("format", "`ics`: iCalendar, as with `Accept: text/calendar`.", "json", "ics"),
        ReaderLanguage.Header,
    ];

    public Problem? Problem { get; private init; }

    public static ValueTask<WeekQuery?> BindAsync(HttpContext context) => ValueTask.FromResult<WeekQuery?>(Of(context.Request));

    /// <summary>From the beginning of the first day to that of the day after the last, as the days are in the zone.</summary>
    public (Interval? Window, Problem? Problem) In(DateTimeZone zone, Instant now)
    {
        var today = now.InZone(zone).Date;
        var from = From ?? today;
        return from < today - Furthest || from > today + Furthest
            ? (null, Problems.Parameter("from", "from is at most two years from today."))
            : (new Interval(zone.AtStartOfDay(from).ToInstant(), zone.AtStartOfDay(from.PlusDays(Days)).ToInstant()), null);
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) => builder.Reads(Parameters);

    private static WeekQuery Of(HttpRequest request)
    {
        if (DaysOf(request.Query) is not { } days)
        {
            return Refused("days", $"days is a whole number from 1 to {MostDays}.");
        }

        LocalDate? from = null;
        if (request.Query["from"] is not [])
        {
            var parsed = LocalDatePattern.Iso.Parse(request.Query["from"].ToString());
            if (!parsed.Success)
            {
                return Refused("from", "from is a date that looks like 2026-12-24.");
            }

            from = parsed.Value;
        }

        return request.Query["format"] switch
        {
            [] => new(from, days, PrefersCalendar(request)),
            ["json"] => new(from, days, AsCalendar: false),
            ["ics"] => new(from, days, AsCalendar: true),
            _ => Refused("format", "format is json or ics."),
        };
    }

    private static int? DaysOf(IQueryCollection query) => query["days"] switch
    {
        [] => Week,
        [var text] when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is >= 1 and <= MostDays => days,
        _ => null,
    };

    private static bool PrefersCalendar(HttpRequest request) =>
        request.GetTypedHeaders().Accept.MaxBy(type => type.Quality ?? 1) is { } first && first.MediaType.Equals(WeekCalendar.MediaType, StringComparison.OrdinalIgnoreCase);

    private static WeekQuery Refused(string parameter, string text) =>
        new(null, Week, AsCalendar: false) { Problem = Problems.Parameter(parameter, text) };
}

using Koppla.Functions.Api;
using Koppla.Functions.Api.Documentation;
using Koppla.Functions.Scheduling;
using Koppla.Routing.Decisions;
using Koppla.Routing.Destinations;
using Koppla.Routing.Directory;
using Koppla.Routing.Schedules;

namespace Koppla.Functions.Organisations;

/// <summary>Reads what an organisation is to be out of a body.</summary>
internal static class OrganisationReading
{
    public static readonly string[] Refusals =
    [
        .. ProblemNames.OfDestination, .. ProblemNames.OfCircle, .. ProblemNames.OfMember,
        "country-unknown", "countries-not-changed-here", "main-number-not-owned", "time-zone-unknown",
    ];

    private const int MaxName = 100;
    private const int MaxCountries = 300;

    public static (OrganisationWish? Wish, Problem? Problem) Read(OrganisationBody body)
    {
        var reading = new BodyReading();
        var wish = new OrganisationWish(
            reading.Text(body.Name, MaxName, "name"),
            ZoneReading.Read(reading, body.TimeZone, "timeZone"),
            reading.Word<Language>(body.Language, "language"),
            reading.Word<CallerIdChoice>(body.CallerId, "callerId"),
            ReadState(reading, body.DeclinedCountsAs),
            reading.Required(body.Holidays, "holidays") is { } holidays
                ? HolidayReading.Read(reading, holidays.IncludeEves, holidays.Added, holidays.Removed, "holidays")
                : HolidayCalendar.Swedish,
            body.Fallback is { } fallback ? reading.Number(fallback, "fallback") : null,
            body.MainNumber is { } main ? reading.Number(main, "mainNumber") : null,
            body.Countries is { } countries ? ReadCountries(reading, countries) : null);
        return reading.Problem is { } problem ? (null, problem) : (wish, null);
    }

    private static LineState ReadState(BodyReading reading, string? word)
    {
        var state = reading.Word<LineState>(word, "declinedCountsAs");
        if (state == LineState.Declined)
        {
            reading.Refuse("word-unknown", "A declined call counts as busy, no-answer or no-connection.", "declinedCountsAs");
        }

        return state;
    }

    private static AllowedCountries? ReadCountries(BodyReading reading, IReadOnlyList<string?> codes)
    {
        var countries = reading.Items(codes, MaxCountries, "countries", (code, _) => code);
        return reading.Value(AllowedCountries.Of(countries), "countries");
    }
}

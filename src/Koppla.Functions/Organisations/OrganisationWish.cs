using Koppla.Routing;
using Koppla.Routing.Decisions;
using Koppla.Routing.Destinations;
using Koppla.Routing.Directory;
using Koppla.Routing.Numbers;
using Koppla.Routing.Schedules;
using NodaTime;

namespace Koppla.Functions.Organisations;

/// <summary>What an organisation is to be.</summary>
/// <param name="Countries">Null: as they are, or Sweden only for a new one.</param>
internal sealed record OrganisationWish(
    string Name,
    DateTimeZone TimeZone,
    Language Language,
    CallerIdChoice CallerId,
    LineState DeclinedCountsAs,
    HolidayCalendar Holidays,
    PhoneNumber? Fallback,
    PhoneNumber? MainNumber,
    AllowedCountries? Countries)
{
    public Organisation New(OrganisationId id, Instant now) =>
        For(new Organisation(id, Name, Suspended: false, Countries ?? AllowedCountries.Default, Fallback) { Created = now });

    /// <summary>What the wish does not say stays as it is.</summary>
    public Organisation For(Organisation current) => current with
    {
        Name = Name,
        TimeZone = TimeZone,
        Language = Language,
        CallerId = CallerId,
        DeclinedCountsAs = DeclinedCountsAs,
        Holidays = Holidays,
        Fallback = Fallback,
        MainNumber = MainNumber,
    };
}

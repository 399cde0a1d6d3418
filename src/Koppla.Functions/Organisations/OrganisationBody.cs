using Koppla.Functions.Api;
using Koppla.Functions.Api.Documentation;
using Koppla.Functions.Scheduling;
using Koppla.Routing.Directory;

namespace Koppla.Functions.Organisations;

/// <summary>An organisation: as it is read, and as it is put.</summary>
/// <param name="Name">For people, up to 100 characters.</param>
/// <param name="TimeZone">IANA. Where new users are.</param>
/// <param name="Language">Of announcements, and of new users: <c>swedish</c> or <c>english</c>.</param>
/// <param name="CallerId">Whose number is shown on calls that are forwarded: <c>caller</c>, <c>forwarder</c> or <c>organisation</c>.</param>
/// <param name="DeclinedCountsAs">Which rule a declined call follows: <c>busy</c>, <c>no-answer</c> or <c>no-connection</c>.</param>
/// <param name="Holidays">For users whose schedules follow the organisation's calendar.</param>
/// <param name="Fallback">Where calls go that would otherwise be turned away: a number in any usual spelling.</param>
/// <param name="MainNumber">One of the organisation's numbers; shown where the caller ID of choice is refused.</param>
/// <param name="Countries">Where calls may go. Said when the organisation is created; later <c>destination-policy</c> says it.</param>
/// <param name="Suspended">All calls are refused; what a request says here does not matter.</param>
/// <param name="Created">When; what a request says here does not matter.</param>
[Example("""{"name":"Exempelbolaget AB","timeZone":"Europe/Stockholm","language":"swedish","callerId":"caller","declinedCountsAs":"busy","holidays":{"includeEves":true}}""")]
internal sealed record OrganisationBody(
    string Name = null!,
    string TimeZone = null!,
    string Language = null!,
    string CallerId = null!,
    string DeclinedCountsAs = null!,
    HolidayCalendarBody Holidays = null!,
    string? Fallback = null,
    string? MainNumber = null,
    IReadOnlyList<string?>? Countries = null,
    bool? Suspended = null,
    string? Created = null)
{
    public static OrganisationBody Of(Organisation organisation) => new(
        organisation.Name,
        organisation.TimeZone.Id,
        Names.Kebab(organisation.Language),
        Names.Kebab(organisation.CallerId),
        Names.Kebab(organisation.DeclinedCountsAs),
        HolidayCalendarBody.Of(organisation.Holidays),
        organisation.Fallback?.E164,
        organisation.MainNumber?.E164,
        organisation.Countries.Regions,
        organisation.Suspended,
        InstantTexts.UtcOrNull(organisation.Created));
}

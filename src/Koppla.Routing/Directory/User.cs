using System.Collections.Immutable;
using Koppla.Routing.Decisions;
using Koppla.Routing.Numbers;
using Koppla.Routing.Schedules;

namespace Koppla.Routing.Directory;

/// <param name="Numbers">The numbers tied to the user: a copy, for people and for calls to the user as a colleague. Which user a called number belongs to is said by the number.</param>
/// <param name="Language">The language of referrals.</param>
/// <param name="Handling">What happens to the user's calls.</param>
public sealed record User(
    UserId Id,
    OrganisationId Organisation,
    string Name,
    ImmutableArray<PhoneNumber> Numbers,
    Language Language,
    CallHandling Handling)
{
    /// <summary>Where in the organisation the user works.</summary>
    public string? Department { get; init; }

    /// <summary>The same, with the organisation's calendar where the holiday rule follows it.</summary>
    public User WithHolidaysOf(Organisation? organisation) => Handling.Schedule.Holidays is not { FollowsOrganisation: true } rule
        ? this
        : this with
        {
            Handling = Handling with
            {
                Schedule = Handling.Schedule with
                {
                    Holidays = rule with { Calendar = organisation?.Holidays ?? HolidayCalendar.Swedish },
                },
            },
        };

    /// <summary>Where the user is reached as a colleague: the first fixed number, else the first number; null: none.</summary>
    public PhoneNumber? MainNumber
    {
        get
        {
            foreach (var number in Numbers.AsSpan())
            {
                if (!number.IsMobile)
                {
                    return number;
                }
            }

            return Numbers.IsEmpty ? null : Numbers[0];
        }
    }
}

using System.Collections.Immutable;
using Koppla.Routing;
using Koppla.Routing.Decisions;
using Koppla.Routing.Directory;
using Koppla.Routing.Profiles;
using Koppla.Routing.Schedules;
using NodaTime;

namespace Koppla.Functions.Users;

/// <summary>A user who is to be created.</summary>
/// <param name="Id">Null: a new one.</param>
/// <param name="Language">Null: the organisation's.</param>
/// <param name="Zone">Null: the organisation's.</param>
internal sealed record NewUser(
    UserId? Id, string Name, string? Department, Language? Language, DateTimeZone? Zone, ImmutableArray<Device> Devices)
{
    private static readonly ProfileId OnHolidays = ProfileId.Parse("gatt-for-dagen").Value;

    /// <summary>With the default profiles. On the organisation's holidays the user has gone for the day.</summary>
    public User Of(Organisation organisation, UserId id)
    {
        var handling = CallHandling.Always(DefaultProfiles.All[0], Devices) with
        {
            Profiles = DefaultProfiles.All,
            Schedule = new Schedule(Zone ?? organisation.TimeZone, [], [], HolidayRule.OfOrganisation(OnHolidays)),
        };
        return new User(id, organisation.Id, Name, [], Language ?? organisation.Language, handling) { Department = Department }
            .WithHolidaysOf(organisation);
    }
}

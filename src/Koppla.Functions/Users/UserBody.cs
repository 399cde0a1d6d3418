using Koppla.Functions.Activating;
using Koppla.Routing.Directory;
using NodaTime;

namespace Koppla.Functions.Users;

/// <summary>A user.</summary>
/// <param name="Numbers">E.164.</param>
/// <param name="Language">The language of referrals.</param>
/// <param name="Devices">What rings: <c>app</c> or <c>telephone</c>, each as often as the user has it.</param>
/// <param name="Rings">The same, each by its id or number.</param>
/// <param name="TimeZone">IANA.</param>
internal sealed record UserBody(
    Guid Id,
    string Name,
    string? Department,
    IReadOnlyList<string> Numbers,
    string Language,
    IReadOnlyList<string> Devices,
    IReadOnlyList<DeviceBody> Rings,
    string TimeZone,
    StatusBody Status)
{
    public static UserBody Of(User user, Instant now) => new(
        user.Id.Value,
        user.Name,
        user.Department,
        [.. user.Numbers.Select(number => number.E164)],
        Names.Kebab(user.Language),
        [.. user.Handling.Devices.Select(device => DeviceBody.Of(device).Kind)],
        [.. user.Handling.Devices.Select(DeviceBody.Of)],
        user.Handling.Schedule.Zone.Id,
        StatusBody.Of(user.Handling, now));
}

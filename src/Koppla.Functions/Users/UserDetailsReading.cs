using Koppla.Functions.Api;
using Koppla.Functions.Api.Documentation;
using Koppla.Functions.Scheduling;
using Koppla.Routing;
using Koppla.Routing.Decisions;

namespace Koppla.Functions.Users;

/// <summary>Reads what administrators say of a user out of a body.</summary>
internal static class UserDetailsReading
{
    public static readonly string[] Refusals =
    [
        .. ProblemNames.OfDestination, .. ProblemNames.OfMember, "id-not-valid", "devices-repeated", "device-not-valid", "call-handling-too-large",
    ];

    private const int MaxName = 100;

    public static (UserDetails? Details, Problem? Problem) Read(UserRequest body)
    {
        var reading = new BodyReading();
        var details = new UserDetails(
            reading.Text(body.Name, MaxName, "name"),
            reading.OptionalText(body.Department, MaxName, "department"),
            reading.Word<Language>(body.Language, "language"),
            DeviceReading.Read(reading, reading.Required(body.Devices, "devices") ?? []));
        return reading.Problem is { } problem ? (null, problem) : (details, null);
    }

    public static (NewUser? User, Problem? Problem) Read(NewUserRequest body)
    {
        var reading = new BodyReading();
        var user = new NewUser(
            body.Id is null ? null : reading.Value(UserId.Parse(body.Id), "id"),
            reading.Text(body.Name, MaxName, "name"),
            reading.OptionalText(body.Department, MaxName, "department"),
            body.Language is null ? null : reading.Word<Language>(body.Language, "language"),
            body.TimeZone is null ? null : ZoneReading.Read(reading, body.TimeZone, "timeZone"),
            DeviceReading.Read(reading, body.Devices ?? []));
        return reading.Problem is { } problem ? (null, problem) : (user, null);
    }
}

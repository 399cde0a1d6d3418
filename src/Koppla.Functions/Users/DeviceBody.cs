using Koppla.Routing.Directory;

namespace Koppla.Functions.Users;

/// <summary>What rings at a user.</summary>
/// <param name="Kind"><c>app</c> or <c>telephone</c>.</param>
/// <param name="Id">Of an app: <c>8:acs:...</c>.</param>
/// <param name="Number">Of a telephone: in any usual spelling, in answers E.164.</param>
internal sealed record DeviceBody(string Kind = null!, string? Id = null, string? Number = null)
{
    public const string App = "app";
    public const string Telephone = "telephone";

    public static DeviceBody Of(Device device) => device switch
    {
        AppDevice app => new(App, Id: app.CommunicationUserId),
        TelephoneDevice telephone => new(Telephone, Number: telephone.Number.E164),
        _ => throw new ArgumentOutOfRangeException(nameof(device)),
    };
}

using System.Collections.Immutable;
using Koppla.Functions.Api;
using Koppla.Routing.Directory;

namespace Koppla.Functions.Users;

/// <summary>Reads a user's devices out of a body.</summary>
internal static class DeviceReading
{
    private const int MaxDevices = 10;
    private const int MaxIdLength = 200;
    private const string AppPrefix = "8:acs:";
    private const string Field = "devices";

    public static ImmutableArray<Device> Read(BodyReading reading, IReadOnlyList<DeviceBody?> bodies)
    {
        var devices = reading.Items(bodies, MaxDevices, Field, (body, field) => Read(reading, body, field));
        if (reading.Problem is null && devices.Distinct().Count() < devices.Length)
        {
            reading.Refuse("devices-repeated", "Every device is named once.", Field);
        }

        return devices;
    }

    private static Device Read(BodyReading reading, DeviceBody body, string field)
    {
        switch (body)
        {
            case { Kind: DeviceBody.App, Number: null }:
                return new AppDevice(ReadId(reading, body.Id, $"{field}.id"));
            case { Kind: DeviceBody.Telephone, Id: null }:
                return reading.Required(body.Number, $"{field}.number") is { } number && reading.Number(number, $"{field}.number") is { } read
                    ? new TelephoneDevice(read)
                    : new AppDevice(string.Empty);
            case { Kind: DeviceBody.App }:
                reading.Refuse(Problems.Body("An app has an id, and no number.", $"{field}.number"));
                break;
            case { Kind: DeviceBody.Telephone }:
                reading.Refuse(Problems.Body("A telephone has a number, and no id.", $"{field}.id"));
                break;
            default:
                _ = reading.Required(body.Kind, $"{field}.kind");
                reading.Refuse("word-unknown", $"This is one of {DeviceBody.App}, {DeviceBody.Telephone}.", $"{field}.kind");
                break;
        }

        return new AppDevice(string.Empty);
    }

    private static string ReadId(BodyReading reading, string? id, string field)
    {
        if (reading.Required(id, field) is not { } present)
        {
            return string.Empty;
        }

        var isId = present.Length <= MaxIdLength
            && present.StartsWith(AppPrefix, StringComparison.Ordinal)
            && present[AppPrefix.Length..] is { Length: > 0 } rest
            && rest.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_');
        if (!isId)
        {
            reading.Refuse("device-not-valid", $"The id of an app looks like {AppPrefix}... .", field);
        }

        return present;
    }
}

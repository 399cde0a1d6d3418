using Koppla.Functions.Api;
using Koppla.Routing;
using Koppla.Routing.Profiles;

namespace Koppla.Functions.Profiles;

/// <summary>Reads where calls go: a number, or a colleague.</summary>
internal static class DestinationReading
{
    public static Destination? Read(BodyReading reading, DestinationBody? body, string field, bool isNeeded)
    {
        switch (body)
        {
            case { Number: { } text, User: null }:
                return reading.Number(text, $"{field}.number") is { } number ? Destination.Of(number) : null;
            case { Number: null, User: { } id }:
                return Destination.Of(reading.Value(UserId.Parse(id), $"{field}.user"));
            case { Number: not null, User: not null }:
                reading.Refuse("destination-ambiguous", "A destination is a number or a user, not both.", field);
                break;
            case not null:
            case null when isNeeded:
                reading.Refuse("destination-missing", "Say which number or user the calls go to.", field);
                break;
        }

        return null;
    }
}

using Koppla.Functions.Api;
using Koppla.Functions.Profiles;

namespace Koppla.Functions.PlacedCalls;

/// <summary>Reads a call to be placed out of a body.</summary>
internal static class PlacedCallReading
{
    private const int LongestDevice = 256;

    public static (PlacedCallWish? Wish, Problem? Problem) Read(PlacedCallRequest body)
    {
        var reading = new BodyReading();
        var to = DestinationReading.Read(reading, body.To, "to", isNeeded: true);
        var device = reading.OptionalText(body.Device, LongestDevice, "device");
        return reading.Problem is { } problem || to is null ? (null, reading.Problem) : (new PlacedCallWish(to, device), null);
    }
}

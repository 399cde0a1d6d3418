using System.Collections.Immutable;
using Koppla.Functions.Telephony;
using Koppla.Routing.Directory;
using Koppla.Routing.Numbers;

namespace Koppla.Functions.PlacedCalls;

/// <summary>Which of the own devices rings first when a user places a call.</summary>
internal static class OwnDevice
{
    /// <param name="wish">As the API shows the party of a call; a telephone also in any usual spelling. Null: the first app, else the first device.</param>
    /// <returns>Null: there is none.</returns>
    public static Device? Of(ImmutableArray<Device> devices, string? wish) => wish is null
        ? devices.OfType<AppDevice>().FirstOrDefault() ?? devices.FirstOrDefault()
        : devices.FirstOrDefault(device => Is(device, wish));

    private static bool Is(Device device, string wish) =>
        CallTarget.Of(device).AsText() == wish
        || (device is TelephoneDevice telephone && PhoneNumber.Parse(wish) is { IsOk: true } number && telephone.Number.Equals(number.Value));
}

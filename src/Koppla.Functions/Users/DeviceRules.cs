using System.Collections.Immutable;
using Koppla.Functions.Api;
using Koppla.Routing.Destinations;
using Koppla.Routing.Directory;
using Koppla.Routing.Numbers;
using Microsoft.AspNetCore.Http;

namespace Koppla.Functions.Users;

/// <summary>A telephone that rings at a user is a destination like any other, and never one of the user's own numbers.</summary>
internal static class DeviceRules
{
    public static Problem? Check(ImmutableArray<Device> devices, ImmutableArray<PhoneNumber> own, AllowedCountries countries)
    {
        for (var i = 0; i < devices.Length; i++)
        {
            if (devices[i] is TelephoneDevice { Number: var number }
                && DestinationPolicy.Check(number, own.Contains(number) ? number : null, countries) is { } refusal)
            {
                return Problem.Of(StatusCodes.Status422UnprocessableEntity, refusal, $"devices[{i}].number");
            }
        }

        return null;
    }
}

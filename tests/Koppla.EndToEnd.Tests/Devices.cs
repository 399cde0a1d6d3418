using Koppla.Routing.Directory;

namespace Koppla.EndToEnd.Tests;

/// <summary>What rings at users.</summary>
internal static class Devices
{
    /// <summary>Somebody's, who has no other.</summary>
    public static AppDevice App() => new($"8:acs:{Guid.NewGuid()}_{Guid.NewGuid()}");

    /// <summary>The identity of a user's app.</summary>
    public static string App(this User user) => user.Handling.Devices.OfType<AppDevice>().First().CommunicationUserId;
}

using Koppla.Functions.Api.Documentation;

namespace Koppla.Functions.Users;

/// <summary>What a user is to be.</summary>
/// <param name="Name">Up to 100 characters.</param>
/// <param name="Department">Up to 100 characters.</param>
/// <param name="Language">Of referrals: <c>swedish</c> or <c>english</c>.</param>
/// <param name="Devices">What rings, all at once; at most 10.</param>
[Example("""{"name":"Anna Berg","department":"Ekonomi","language":"swedish","devices":[{"kind":"telephone","number":"070-174 06 60"}]}""")]
internal sealed record UserRequest(
    string Name = null!, string? Department = null, string Language = null!, IReadOnlyList<DeviceBody?> Devices = null!);

using Koppla.Functions.Api.Documentation;

namespace Koppla.Functions.Users;

/// <summary>A user who is to be created; what is left out is as the organisation has it.</summary>
/// <param name="Id">The person's object id of Entra; without it the user gets an id that nobody signs in with.</param>
/// <param name="Name">Up to 100 characters.</param>
/// <param name="Department">Up to 100 characters.</param>
/// <param name="Language">Of referrals: <c>swedish</c> or <c>english</c>.</param>
/// <param name="TimeZone">IANA.</param>
/// <param name="Devices">What rings, all at once; at most 10.</param>
[Example("""{"name":"Anna Berg","department":"Ekonomi","devices":[{"kind":"telephone","number":"070-174 06 60"}]}""")]
internal sealed record NewUserRequest(
    string? Id = null,
    string Name = null!,
    string? Department = null,
    string? Language = null,
    string? TimeZone = null,
    IReadOnlyList<DeviceBody?>? Devices = null);

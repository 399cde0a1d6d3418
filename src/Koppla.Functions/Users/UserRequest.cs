namespace Koppla.Functions.Users;

/// <summary>What a user is to be.</summary>
/// <param name="Name">Up to 100 characters.</param>
/// <param name="Department">Up to 100 characters.</param>
/// <param name="Language">Of referrals: <c>swedish</c> or <c>english</c>.</param>
/// <param name="Devices">What rings, all at once; at most 10.</param>
internal sealed record UserRequest(
    string Name = null!, string? Department = null, string Language = null!, IReadOnlyList<DeviceBody?> Devices = null!);

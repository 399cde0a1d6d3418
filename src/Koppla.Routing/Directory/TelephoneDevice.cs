using Koppla.Routing.Numbers;

namespace Koppla.Routing.Directory;

/// <summary>A telephone in the public network. The destination policy applies to it.</summary>
public sealed record TelephoneDevice(PhoneNumber Number) : Device;

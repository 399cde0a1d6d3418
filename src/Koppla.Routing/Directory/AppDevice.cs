namespace Koppla.Routing.Directory;

/// <param name="CommunicationUserId">The raw id of the ACS user: <c>8:acs:...</c>.</param>
public sealed record AppDevice(string CommunicationUserId) : Device;

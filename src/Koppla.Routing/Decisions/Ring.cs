using Koppla.Routing.Directory;

namespace Koppla.Routing.Decisions;

/// <param name="Device">What rings.</param>
/// <param name="User">Whose it is: not always the user of the called number.</param>
public sealed record Ring(Device Device, UserId User) : Decision;

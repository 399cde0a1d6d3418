using System.Collections.Immutable;
using Koppla.Routing.Directory;
using Koppla.Routing.Numbers;

namespace Koppla.Routing.Decisions;

/// <param name="Devices">What rings, all at once; at least one.</param>
/// <param name="User">Whose they are: not always the user of the called number.</param>
/// <param name="Line">The number whose rule lets them ring; its state is what comes of it.</param>
/// <param name="Seconds">How long they ring.</param>
/// <param name="FollowedUp">Something is to be done if nobody takes the call.</param>
public sealed record Ring(ImmutableArray<Device> Devices, UserId User, PhoneNumber Line, int Seconds, bool FollowedUp) : Decision
{
    public bool Equals(Ring? other) =>
        other is not null && User == other.User && Line.Equals(other.Line) && Seconds == other.Seconds
        && FollowedUp == other.FollowedUp && Devices.AsSpan().SequenceEqual(other.Devices.AsSpan());

    public override int GetHashCode() => HashCode.Combine(User, Line, Seconds, FollowedUp, Devices.Length);
}

using Koppla.Routing.Numbers;

namespace Koppla.Routing.Directory;

/// <summary>What happens to a user's calls.</summary>
/// <param name="Fixed">For calls to any number of the user that is not mobile.</param>
/// <param name="Mobile">For calls to the user's mobile numbers.</param>
/// <param name="Device">What rings when no rule sends the call elsewhere.</param>
public sealed record CallHandling(NumberRule Fixed, NumberRule Mobile, Device? Device)
{
    /// <summary>The rule for calls to this number of the user.</summary>
    public NumberRule RuleFor(PhoneNumber called) => called.IsMobile ? Mobile : Fixed;
}

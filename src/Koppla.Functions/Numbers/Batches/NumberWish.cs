using Koppla.Routing;
using Koppla.Routing.Numbers;

namespace Koppla.Functions.Numbers.Batches;

/// <summary>What is to become of one number among many. Without a user or a destination it is only to be there.</summary>
/// <param name="MayAdd">The number is added to the organisation when it has it not.</param>
internal sealed record NumberWish(PhoneNumber Number, bool MayAdd)
{
    /// <summary>Whose it is to be.</summary>
    public UserId? User { get; init; }

    /// <summary>Where its calls are to go.</summary>
    public ForwardingRequest? Forwarding { get; init; }

    /// <summary>Its calls are to go nowhere.</summary>
    public bool EndsForwarding { get; init; }
}

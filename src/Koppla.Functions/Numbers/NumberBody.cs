using Koppla.Routing.Directory;
using Koppla.Routing.Numbers;

namespace Koppla.Functions.Numbers;

/// <summary>One of the organisation's numbers.</summary>
/// <param name="Number">E.164.</param>
/// <param name="Kind">What numbers of its series are: fixed, mobile, geography-independent and so on.</param>
/// <param name="State"><c>reserved</c> or <c>assigned</c>.</param>
/// <param name="User">Whose it is, when assigned.</param>
/// <param name="Holder">The user's name.</param>
/// <param name="Forwarding">Where its calls go, when reserved and forwarded.</param>
internal sealed record NumberBody(string Number, string Kind, string State, Guid? User, string? Holder, ForwardingBody? Forwarding)
{
    /// <param name="holder">The name of the user whose it is, if that is known.</param>
    public static NumberBody Of(PhoneNumber number, NumberEntry entry, string? holder = null)
    {
        var kind = Names.Kebab(number.Kind);
        return entry switch
        {
            ReservedNumber { Forwarding: { } forwarding } =>
                new(number.E164, kind, NumberMapping.Reserved, null, null, ForwardingBody.Of(forwarding)),
            ReservedNumber => new(number.E164, kind, NumberMapping.Reserved, null, null, null),
            AssignedNumber assigned => new(number.E164, kind, NumberMapping.Assigned, assigned.User.Value, holder, null),
            _ => throw new ArgumentOutOfRangeException(nameof(entry)),
        };
    }
}

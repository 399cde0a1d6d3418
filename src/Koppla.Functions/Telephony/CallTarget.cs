using Koppla.Routing.Directory;
using Koppla.Routing.Numbers;

namespace Koppla.Functions.Telephony;

/// <summary>A party of a call. Where a call can be sent: a telephone number or an app's identity.</summary>
internal abstract record CallTarget
{
    private CallTarget()
    {
    }

    /// <summary>For records and the API: E.164, an app's identity, or <c>withheld</c>. Unmasked, not for logs.</summary>
    public string AsText() => this switch
    {
        Telephone telephone => telephone.Number.E164,
        App app => app.Id,
        _ => "withheld",
    };

    public static CallTarget Of(Device device) => device switch
    {
        AppDevice app => new App(app.CommunicationUserId),
        TelephoneDevice telephone => new Telephone(telephone.Number),
        _ => throw new ArgumentOutOfRangeException(nameof(device)),
    };

    /// <param name="number">Null: withheld.</param>
    public static CallTarget OfCaller(PhoneNumber? number) => number is null ? Withheld.Instance : new Telephone(number);

    public sealed record Telephone(PhoneNumber Number) : CallTarget;

    /// <param name="Id">The provider's identity of the user, such as <c>8:acs:...</c>.</param>
    public sealed record App(string Id) : CallTarget;

    /// <summary>A telephone that withholds its number. It is in a call, and cannot be called.</summary>
    public sealed record Withheld : CallTarget
    {
        public static readonly Withheld Instance = new();

        private Withheld()
        {
        }
    }
}

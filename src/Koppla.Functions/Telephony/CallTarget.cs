using Koppla.Routing.Numbers;

namespace Koppla.Functions.Telephony;

/// <summary>A party of a call. Where a call can be sent: a telephone number or an app's identity.</summary>
internal abstract record CallTarget
{
    private CallTarget()
    {
    }

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

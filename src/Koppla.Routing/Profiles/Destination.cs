using Koppla.Routing.Numbers;

namespace Koppla.Routing.Profiles;

/// <summary>Where a profile sends calls: <see cref="NumberDestination"/> or <see cref="ColleagueDestination"/>.</summary>
public abstract record Destination
{
    private protected Destination()
    {
    }

    public static Destination Of(PhoneNumber number) => new NumberDestination(number);

    public static Destination Of(UserId colleague) => new ColleagueDestination(colleague);
}

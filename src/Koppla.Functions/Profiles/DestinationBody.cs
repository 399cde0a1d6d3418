using Koppla.Routing.Profiles;

namespace Koppla.Functions.Profiles;

/// <summary>Where calls go: a number in any usual spelling, or a colleague's id. One of them.</summary>
internal sealed record DestinationBody(string? Number = null, string? User = null)
{
    public static DestinationBody? Of(Destination? destination) => destination switch
    {
        NumberDestination number => new(Number: number.Number.E164),
        ColleagueDestination colleague => new(User: colleague.User.ToString()),
        _ => null,
    };
}

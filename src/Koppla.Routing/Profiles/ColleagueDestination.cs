namespace Koppla.Routing.Profiles;

/// <summary>A user of the same organisation, whose profile in force then applies, as if the colleague's main number were called.</summary>
public sealed record ColleagueDestination(UserId User) : Destination;

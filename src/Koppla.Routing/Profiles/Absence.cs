namespace Koppla.Routing.Profiles;

/// <summary>Why somebody is away: what the referral says, in the language of the one who is called.</summary>
public enum Absence
{
    /// <summary>Not away.</summary>
    None,
    Lunch,
    Meeting,
    GoneForTheDay,
    Vacation,
    Sick,
    BusinessTrip,
    Busy,
    CaringForChild,
    Education,

    /// <summary>Away for a reason that the referral does not tell.</summary>
    Away,
}

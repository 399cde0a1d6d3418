namespace Koppla.Simulator.Faults;

/// <summary>What is wrong with the bearer tokens of callbacks.</summary>
public enum CallbackTokenFault
{
    None,
    Missing,
    Expired,
    WrongAudience,
    WrongIssuer,
    UnknownKey,
}

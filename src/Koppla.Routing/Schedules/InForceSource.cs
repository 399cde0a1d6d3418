namespace Koppla.Routing.Schedules;

/// <summary>What put a profile in force, highest precedence first.</summary>
public enum InForceSource
{
    /// <summary>Activated by hand, without an end.</summary>
    Forced,

    /// <summary>Activated by hand, with an end.</summary>
    Activated,
    OneOff,
    Holiday,
    Weekly,

    /// <summary>Nothing else: the user's default profile.</summary>
    Default,
}

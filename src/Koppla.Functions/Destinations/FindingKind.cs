namespace Koppla.Functions.Destinations;

/// <summary>What is wrong with a forward that is saved.</summary>
internal enum FindingKind
{
    /// <summary>It can't be read, or its number is none any more.</summary>
    Invalid,

    /// <summary>The policy does not let calls go there.</summary>
    Forbidden,

    /// <summary>Calls would go in a circle.</summary>
    Loop,

    /// <summary>Calls would be forwarded too many times.</summary>
    ChainTooLong,

    /// <summary>Nobody takes calls there.</summary>
    DeadEnd,

    /// <summary>It is too new to act.</summary>
    CoolingDown,

    /// <summary>Its time is over.</summary>
    Expired,
}

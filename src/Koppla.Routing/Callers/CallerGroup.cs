namespace Koppla.Routing.Callers;

/// <summary>Which callers an exception is about.</summary>
public enum CallerGroup
{
    /// <summary>One number.</summary>
    Number,

    /// <summary>Those who withhold their number.</summary>
    Withheld,

    /// <summary>Those who call from a number of the same organisation.</summary>
    Internal,

    /// <summary>All who do not, those who withhold their number included.</summary>
    External,
}

namespace Koppla.Routing.Directory;

/// <summary>Whose number is shown on a leg that Koppla places.</summary>
public enum CallerIdChoice
{
    /// <summary>The caller's; withheld: the forwarder's.</summary>
    Caller,

    /// <summary>The number that forwarded the call last.</summary>
    Forwarder,

    /// <summary>The organisation's main number.</summary>
    Organisation,
}

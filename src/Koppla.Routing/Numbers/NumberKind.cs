namespace Koppla.Routing.Numbers;

/// <summary>What a number is for. From libphonenumber, corrected where the Swedish plan (PTS) or the international series say otherwise.</summary>
public enum NumberKind
{
    /// <summary>A valid number of a kind not listed here.</summary>
    Other,

    /// <summary>A geographic number, or one of a country where fixed and mobile can't be told apart.</summary>
    Fixed,
    Mobile,

    /// <summary>Swedish 010, and company-wide numbers elsewhere.</summary>
    GeographyIndependent,
    TollFree,
    SharedCost,
    Premium,

    /// <summary>Televoting and the like: Swedish 099.</summary>
    MassCalling,
    Personal,
    Pager,
    Voicemail,
    Voip,

    /// <summary>Inmarsat, Iridium, Globalstar, Thuraya and EMSAT: +870, +881, +88213, +88216.</summary>
    Satellite,

    /// <summary>Numbers of no country (+800, +808, +882, +883, +888) that are not of a dearer kind above.</summary>
    InternationalService,

    /// <summary>Swedish 078: operator-specific according to PTS, mobile according to libphonenumber.</summary>
    OperatorSpecific,
}

namespace Koppla.Functions.Security;

/// <summary>What a look at a delivery's token gave.</summary>
internal enum TokenCheck
{
    Valid,

    /// <summary>There is none, or it is not good.</summary>
    Invalid,

    /// <summary>
    /// The key that signed it is not to be had. Event Grid gives up on 401 for good, and so may others, so a key roll or an
    /// outage of the issuer must not look like one.
    /// </summary>
    CannotTell,
}

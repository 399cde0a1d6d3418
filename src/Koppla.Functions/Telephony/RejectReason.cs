namespace Koppla.Functions.Telephony;

/// <summary>What the caller's network is told when a call is turned away.</summary>
internal enum RejectReason
{
    /// <summary>No reason given.</summary>
    None,

    /// <summary>The line is busy (SIP 486).</summary>
    Busy,

    /// <summary>The call is not allowed (SIP 403).</summary>
    Forbidden,
}

namespace Koppla.Functions.Telephony.CallEvents;

/// <summary>Why somebody who was rung is not in the call.</summary>
internal enum LegFailure
{
    Busy,

    /// <summary>It rang, and nobody answered in time.</summary>
    NoAnswer,

    /// <summary>It could not ring: switched off, out of coverage, not signed in, no such number, a failing network.</summary>
    NoConnection,

    /// <summary>Turned away by the called person, or by their network.</summary>
    Declined,

    /// <summary>Our provider will not place such a call: caller ID, destination or configuration.</summary>
    NotPermitted,

    /// <summary>The ringing was ended from our side.</summary>
    Cancelled,
}

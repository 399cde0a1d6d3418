namespace Koppla.Functions.Telephony;

internal enum CommandStatus
{
    /// <summary>Sent; what came of it is told by the events of the call.</summary>
    Sent,

    /// <summary>Done, now or by an earlier try of the same command.</summary>
    Accepted,

    /// <summary>The call is over or in other hands: there is nothing left to do.</summary>
    CallGone,

    /// <summary>The provider will not do this; something else may be tried.</summary>
    Refused,

    /// <summary>No answer, or none that tells: it may or may not have happened. Only the same command may be tried again.</summary>
    Unknown,
}
